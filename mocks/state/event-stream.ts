/**
 * Answers server-sent events. `start` gets a function that sends one event as JSON and one that ends the stream,
 * and answers what to do when the reader leaves.
 */
export function eventStream(start: (send: (event: unknown) => void, end: () => void) => () => void): Response {
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let open = true;
      const send = (event: unknown): void => {
        if (open) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      };
      const end = (): void => {
        if (open) controller.close();
        open = false;
      };
      const stop = start(send, end);
      leave = () => {
        open = false;
        stop();
      };
    },
    cancel: () => leave(),
  });
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
