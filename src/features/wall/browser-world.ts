import { wallStream } from '../../api/wall-live.ts';
import { wallRequests } from '../../api/wall-requests.ts';
import { wallPages } from './pages.ts';
import { browserFiles } from './wall-files.ts';
import { readNotes, writeNotes } from './wall-notes.ts';
import { indexedDbStore } from './wall-store.ts';
import type { WallWorld } from './wall-world.ts';

/** The machine as a browser gives it. */
export function browserWorld(): WallWorld {
  return {
    requests: wallRequests,
    store: indexedDbStore,
    notes: { read: () => readNotes(), write: (notes) => writeNotes(notes) },
    reading: () => ({ wall: Date.now(), steady: performance.now() }),
    chance: Math.random,
    stream: (on) => wallStream(on),
    size: () => ({ width: innerWidth, height: innerHeight, ratio: devicePixelRatio }),
    motion: () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'reduced' : 'full'),
    files: browserFiles(),
    pages: wallPages,
  };
}
