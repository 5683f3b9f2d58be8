import type { Database } from '../db/database.ts';
import { readDataVersion } from '../db/data-version.ts';
import type { DataIndex } from './data-index.ts';
import { loadIndex } from './load-index.ts';

/** Hands out the data index of the committed data version; it is loaded once per version, however many ask at once. */
export type DataReader = {
  /** The version that is committed now. */
  readonly version: () => Promise<number>;
  readonly index: () => Promise<DataIndex>;
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
  };
};
