import type { Kit } from '../layout/kit.ts';
import type { HeaderWords } from '../layout/header.ts';
import type { Drawing, Room } from '../layout/placed.ts';
import type { FreshSignal } from '../wall-page.ts';

/** One picture of a slide before it has its frame. */
export type SlidePage = {
  /** Names its content, so that the same place is found again after a reload. */
  readonly key: string;
  readonly header: HeaderWords;
  /** The same in sentences, for whoever hears the screen. */
  readonly sentences: readonly string[];
  readonly fresh: FreshSignal | null;
  /** Draws into a room that is never smaller than the frame's least one. */
  readonly draw: (kit: Kit, room: Room) => Drawing;
};
