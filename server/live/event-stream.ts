/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 15_000;

/** One connection of a client that listens to server-sent events. */
export type EventSink = {
  /** Sends a JSON value as one event. */
  readonly send: (value: unknown) => void;
  /** Ends the stream from this side. */
  readonly close: () => void;
};

/**
 * A stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) with a heartbeat
 * comment every 15 s. `open` is called once and answers what is to be undone when the stream ends, from either side.
 */
export const eventStream = (signal: AbortSignal, open: (sink: EventSink) => () => void): Response => {
  const text = new TextEncoder();
  let finish = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let ended = false;
      const write = (line: string): void => {
        if (!ended) controller.enqueue(text.encode(`${line}\n\n`));
      };
      const heartbeat = setInterval(() => write(': heartbeat'), HEARTBEAT_MS);
      heartbeat.unref();
      let undo = (): void => undefined;
      finish = () => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        undo();
      };
      signal.addEventListener('abort', finish, { once: true });
      undo = open({
        send: (value) => write(`data: ${JSON.stringify(value)}`),
        close: () => {
          if (ended) return;
          finish();
          controller.close();
        },
      });
    },
    cancel: () => finish(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      /* nginx would hold events back otherwise. */
      'x-accel-buffering': 'no',
    },
  });
};
