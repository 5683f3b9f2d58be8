/** Reads server-sent events of an answer, one at a time; `cancel` leaves the stream. */
export type EventReader = {
  readonly next: () => Promise<unknown>;
  readonly rest: () => Promise<readonly unknown[]>;
  readonly cancel: () => Promise<void>;
};

/** `next` resolves with the data of the next event, parsed as JSON; undefined at the end of the stream. */
export function readEvents(response: Response): EventReader {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let held = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const end = /\r?\n\r?\n/.exec(held);
      if (end !== null) {
        const block = held.slice(0, end.index);
        held = held.slice(end.index + end[0].length);
        const data = block
          .split(/\r?\n/)
          .filter((line) => line.startsWith('data:'))
          .map((line) => line.slice(5).trimStart());
        if (data.length > 0) return JSON.parse(data.join('\n')) as unknown;
        continue;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return undefined;
      held += decoder.decode(chunk.value, { stream: true });
    }
  };
  return {
    next,
    rest: async () => {
      const events: unknown[] = [];
      for (let event = await next(); event !== undefined; event = await next()) events.push(event);
      return events;
    },
    cancel: async () => {
      await reader?.cancel();
    },
  };
}
