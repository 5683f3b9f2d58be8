/** Tells whoever listens in this process that something of a display moved: its words, its command, that it was revoked. */
export type DisplayChannel = {
  readonly announce: (displayId: string) => void;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (displayId: string, listener: () => void) => () => void;
};

export const createDisplayChannel = (): DisplayChannel => {
  const subscriptions = new Set<{ readonly displayId: string; readonly listener: () => void }>();
  return {
    announce: (displayId) => {
      for (const one of [...subscriptions]) if (one.displayId === displayId) one.listener();
    },
    subscribe: (displayId, listener) => {
      const subscription = { displayId, listener };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
  };
};
