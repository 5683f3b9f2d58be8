import type { Board } from '../../contract/board.ts';
import type { WallSlide } from '../../contract/wall-slides.ts';
import type { Canvas } from './wall-frame.ts';

/** Why a slide stays twice as long. */
export type FreshSignal = { readonly words: string };

/**
 * One full picture: a slide makes as many as its content needs, none where it has nothing to say (a message that has ended,
 * an indicator that has no data at all). `key` stays the same for the same content place, so that a reload finds it again.
 */
export type WallPage = {
  readonly key: string;
  readonly slide: WallSlide | { readonly kind: 'calibration'; readonly id: 'calibration' };
  readonly fresh: FreshSignal | null;
};

/** What pages are made of. `now`: the service's time, epoch milliseconds. */
export type PagesInput = { readonly board: Board; readonly canvas: Canvas; readonly now: number };
