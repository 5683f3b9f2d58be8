/** Tells whoever listens in this process that the data version moved. */
export type LiveChannel = {
  /** Called after the commit of a change, with the version that `bumpDataVersion` answered. A known version is told once. */
  readonly announce: (dataVersion: number) => void;
  /** The newest version that was announced; null before the first. */
  readonly latest: () => number | null;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (listener: (dataVersion: number) => void) => () => void;
};

export const createLiveChannel = (): LiveChannel => {
  const listeners = new Set<(dataVersion: number) => void>();
  let latest: number | null = null;
  return {
    announce: (dataVersion) => {
      /* On PostgreSQL the own commit comes back as a notification. */
      if (latest !== null && dataVersion <= latest) return;
      latest = dataVersion;
      for (const listener of listeners) listener(dataVersion);
    },
    latest: () => latest,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
