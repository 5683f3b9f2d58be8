/** Tells whoever listens in this process that the data version moved. */
export type LiveChannel = {
  /** Called after the commit of a change, with the version that `bumpDataVersion` answered. A known version is told once. */
  readonly announce: (dataVersion: number) => void;
  /** Answers a function that ends the subscription. `onEnd` is called when the service stops. */
  readonly subscribe: (listener: (dataVersion: number) => void, onEnd?: () => void) => () => void;
  /** How many listen now. */
  readonly listeners: () => number;
  /** Ends every subscription: the service stops. */
  readonly end: () => void;
};

export const createLiveChannel = (): LiveChannel => {
  const subscriptions = new Set<{ readonly tell: (dataVersion: number) => void; readonly onEnd: () => void }>();
  let latest = -1;
  return {
    announce: (dataVersion) => {
      /* On PostgreSQL the own commit comes back as a notification. */
      if (dataVersion <= latest) return;
      latest = dataVersion;
      for (const { tell } of [...subscriptions]) tell(dataVersion);
    },
    subscribe: (listener, onEnd = () => undefined) => {
      const subscription = { tell: listener, onEnd };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
    listeners: () => subscriptions.size,
    end: () => {
      const ended = [...subscriptions];
      subscriptions.clear();
      for (const { onEnd } of ended) onEnd();
    },
  };
};
