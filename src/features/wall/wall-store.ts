import * as z from 'zod/mini';
import { Board } from '../../contract/board.ts';
import { Instant } from '../../contract/scalars.ts';

/** Written by one build and read by another: what has another shape is dropped. */
const KeptBoard = z.object({ shape: z.literal(1), board: Board, tag: z.nullable(z.string()) });
const KeptHearing = z.object({ heardAt: Instant });

/** The last good answer with its ETag, and when the service was last heard (its own time). */
export type Kept = z.infer<typeof KeptBoard> & z.infer<typeof KeptHearing>;

/** Where the last good answer outlives the page. None of it throws: a wall without a store shows what it hears. */
export type WallStore = {
  readonly read: () => Promise<Kept | null>;
  readonly writeBoard: (kept: Pick<Kept, 'board' | 'tag'>) => Promise<void>;
  /** Apart from the board, which is large and moves seldom. */
  readonly writeHeard: (heardAt: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

const DATABASE = 'kept-wall';
const STORE = 'kept';
const BOARD = 'board';
const HEARING = 'hearing';
const VERSION = 1;
/** A database that another page holds, that a full disk keeps from opening, or that never ends its work, is not waited for. */
const WITHIN = 3000;

/**
 * The store in IndexedDB. `failed` is told what went wrong. The database is opened for each use and closed again: an open
 * connection would keep a later version of the page from upgrading it.
 */
export function indexedDbStore(failed: (words: string) => void): WallStore {
  const use = async <T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> => {
    let database: IDBDatabase | null = null;
    try {
      database = await opened();
      const transaction = database.transaction(STORE, mode);
      const done = settled(transaction);
      const request = run(transaction.objectStore(STORE));
      await done;
      return request.result;
    } catch (error) {
      failed(`Kept figures: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    } finally {
      database?.close();
    }
  };
  return {
    read: async () => {
      const board = KeptBoard.safeParse(await use('readonly', (store) => store.get(BOARD) as IDBRequest<unknown>));
      const hearing = KeptHearing.safeParse(
        await use('readonly', (store) => store.get(HEARING) as IDBRequest<unknown>),
      );
      return board.success && hearing.success ? { ...board.data, ...hearing.data } : null;
    },
    writeBoard: async (kept) => {
      await use('readwrite', (store) => store.put({ shape: 1, ...kept }, BOARD));
    },
    writeHeard: async (heardAt) => {
      await use('readwrite', (store) => store.put({ heardAt }, HEARING));
    },
    clear: async () => {
      await use('readwrite', (store) => store.clear());
    },
  };
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      reject(new Error('the database does not open'));
    }, WITHIN);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // Too late for whoever asked; left open it would hold the database.
      if (over) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('the database does not open'));
    };
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not answer')), WITHIN);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    transaction.oncomplete = () => end(resolve);
    transaction.onerror = () => end(() => reject(transaction.error ?? new Error('the transaction failed')));
    transaction.onabort = () => end(() => reject(transaction.error ?? new Error('the transaction was ended')));
  });
}
