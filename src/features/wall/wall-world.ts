import type { WallStream } from '../../api/wall-live.ts';
import type { WallRequests } from '../../api/wall-requests.ts';
import type { WallEvent } from '../../contract/displays.ts';
import type { Reading } from '../../domain/wall-time.ts';
import type { PagesInput, WallPage } from './wall-page.ts';
import type { WallNotes } from './wall-notes.ts';
import type { WallStore } from './wall-store.ts';

/** CSS pixels, and device pixels for each of them. */
export type ScreenSize = { readonly width: number; readonly height: number; readonly ratio: number };

/** The page itself: which build it is, which one the service hands out now, and the way to load it anew. */
export type WallFiles = {
  /** The script that began this page. */
  readonly script: string;
  /** Whether the service would hand out this very page; `unknown` where it does not answer with one. */
  readonly served: () => Promise<
    { readonly kind: 'this' } | { readonly kind: 'other'; readonly files: string } | { readonly kind: 'unknown' }
  >;
  readonly reload: () => void;
};

/** All that a wall needs of the machine around it, so that a test brings its own. Timers are the platform's. */
export type WallWorld = {
  readonly requests: WallRequests;
  readonly store: (failed: (words: string) => void) => WallStore;
  readonly notes: { readonly read: () => WallNotes; readonly write: (notes: WallNotes) => boolean };
  readonly reading: () => Reading;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly stream: (on: { readonly opened: () => void; readonly event: (event: WallEvent) => void }) => WallStream;
  readonly size: () => ScreenSize;
  readonly motion: () => 'full' | 'reduced';
  readonly files: WallFiles;
  readonly pages: (input: PagesInput) => readonly WallPage[];
};
