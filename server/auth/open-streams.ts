/** How often an open stream looks whether whoever listens may still do so: sessions also end by time, or elsewhere. */
const LOOK_AGAIN_MS = 30_000;

/** Streams of events by the session or key that opened them. */
export type OpenStreams = {
  /** Answers a function that forgets the stream again. */
  readonly add: (credential: string, close: () => void) => () => void;
  /** Closes every stream of these sessions or keys. */
  readonly close: (credentials: readonly string[]) => void;
};

export const createOpenStreams = (): OpenStreams => {
  const open = new Map<string, Set<() => void>>();
  return {
    add: (credential, close) => {
      const streams = open.get(credential) ?? new Set();
      open.set(credential, streams);
      streams.add(close);
      return () => {
        streams.delete(close);
        if (streams.size === 0) open.delete(credential);
      };
    },
    close: (credentials) => {
      for (const credential of credentials) for (const close of [...(open.get(credential) ?? [])]) close();
    },
  };
};

/**
 * The same answer, which ends when its session or key does: at once where it is ended in this process, within half a
 * minute where it runs out or another process ends it.
 */
export const endingWith = (
  response: Response,
  streams: OpenStreams,
  credential: string,
  isAlive: () => Promise<boolean>,
): Response => {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return response;
  let ended = false;
  let finish = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const close = (): void => {
        if (ended) return;
        finish();
        controller.close();
        void reader.cancel().catch(() => undefined);
      };
      const forget = streams.add(credential, close);
      const look = setInterval(() => {
        isAlive().then(
          (alive) => (alive ? undefined : close()),
          /* A database that does not answer ends no stream; the next look does. */
          () => undefined,
        );
      }, LOOK_AGAIN_MS);
      look.unref();
      finish = () => {
        ended = true;
        clearInterval(look);
        forget();
      };
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (ended) return;
      if (!done) {
        controller.enqueue(value);
        return;
      }
      finish();
      controller.close();
    },
    cancel: async (reason) => {
      finish();
      await reader.cancel(reason);
    },
  });
  return new Response(body, response);
};
