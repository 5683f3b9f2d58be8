/** A set of listeners; `add` answers the function that removes one. */
export type Subscribers<Event> = {
  readonly add: (listener: (event: Event) => void) => () => void;
  readonly tell: (event: Event) => void;
};

export function subscribers<Event>(): Subscribers<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
