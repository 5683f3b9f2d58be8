import type { Database } from '../db/database.ts';
import { readDataVersion } from '../db/data-version.ts';
import type { DataIndex } from './data-index.ts';
import { loadAnnotations } from './load-annotations.ts';
import { loadIndex } from './load-index.ts';
import { loadTargets } from './load-words.ts';

/** Hands out the data index of the committed data version; it is loaded once per version, however many ask at once. */
export type DataReader = {
  /** The version that is committed now. */
  readonly version: () => Promise<number>;
  readonly index: () => Promise<DataIndex>;
  /**
   * Told that the commit of `version` changed annotations, goals or improvements and nothing else: where the version
   * before is held, they alone are read anew. All the figures of 200 teams take most of a second, and the meeting waits
   * for a line in a chart.
   */
  readonly edited: (version: number) => void;
};

export const createDataReader = (db: Database): DataReader => {
  let held: { readonly version: number; readonly index: Promise<DataIndex> } | undefined;
  const version = async (): Promise<number> => (await readDataVersion(db)).version;
  return {
    version,
    index: async () => {
      const committed = await version();
      if (held?.version === committed) return held.index;
      const loading = { version: committed, index: loadIndex(db) };
      held = loading;
      try {
        const index = await loading.index;
        /* Loaded while data moved on: it is the newer version's. */
        if (held === loading) held = { version: index.version, index: loading.index };
        return index;
      } catch (error) {
        if (held === loading) held = undefined;
        throw error;
      }
    },
    edited: (committed) => {
      if (held?.version !== committed - 1) return;
      const before = held.index;
      const next = (async () => {
        const index = await before;
        /* It was loaded while data moved on, or has moved on since: then it is not the one before. */
        if (index.version !== committed - 1) return loadIndex(db);
        const words = { annotations: await loadAnnotations(db.kysely), targets: await loadTargets(db) };
        return (await version()) === committed ? { ...index, version: committed, ...words } : loadIndex(db);
      })();
      held = { version: committed, index: next };
      next.catch(() => {
        if (held?.index === next) held = undefined;
      });
    },
  };
};
