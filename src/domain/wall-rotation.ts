/** What the rotation needs to know of a page; `fresh`: its slide has a fresh signal, so it stays twice as long. */
export type Turn = { readonly key: string; readonly slide: string; readonly seconds: number; readonly fresh: boolean };

/** Which page is on: by key, so that another set of pages leaves it where it is; by index, for the case that it is gone. */
export type Rotation = {
  readonly key: string | null;
  readonly index: number;
  /** For how long, in milliseconds. */
  readonly shown: number;
  readonly mode: 'turning' | 'paused';
};

export const FRESH_STAYS = 2;
const SECOND = 1000;

export const AT_FIRST: Rotation = { key: null, index: 0, shown: 0, mode: 'turning' };

export function dwell(turn: Turn): number {
  return turn.seconds * SECOND * (turn.fresh ? FRESH_STAYS : 1);
}

/** The rotation on the pages that there are now: on its page where that is still there, else on the one in its place. */
export function settle(rotation: Rotation, turns: readonly Turn[]): Rotation {
  const found = turns.findIndex(({ key }) => key === rotation.key);
  if (found >= 0) return found === rotation.index ? rotation : { ...rotation, index: found };
  // Nothing to show now: the place is kept, for when its page comes back.
  if (turns.length === 0) return rotation;
  const index = Math.min(rotation.index, turns.length - 1);
  return { ...rotation, index, key: turns[index]?.key ?? null, shown: 0 };
}

/**
 * Time passes. `between`: the page's time is over, so that this is the moment for a new build; on a paused screen the same
 * page begins anew. However long the step, it goes one page on: a machine that slept does not run through its slides.
 */
export function pass(
  rotation: Rotation,
  turns: readonly Turn[],
  milliseconds: number,
): { readonly rotation: Rotation; readonly between: boolean } {
  const settled = settle(rotation, turns);
  const turn = turns[settled.index];
  if (turn === undefined) return { rotation: settled, between: true };
  const shown = settled.shown + milliseconds;
  if (shown < dwell(turn)) return { rotation: { ...settled, shown }, between: false };
  return { rotation: settled.mode === 'paused' ? { ...settled, shown: 0 } : step(settled, turns, 1), between: true };
}

/** A page on (1) or back (-1), round and round. */
export function step(rotation: Rotation, turns: readonly Turn[], by: 1 | -1): Rotation {
  if (turns.length === 0) return rotation;
  const index = (settle(rotation, turns).index + by + turns.length) % turns.length;
  return { ...rotation, index, key: turns[index]?.key ?? null, shown: 0 };
}

/** The first page of a slide; a slide that has none now changes nothing. */
export function showSlide(rotation: Rotation, turns: readonly Turn[], slide: string): Rotation {
  const index = turns.findIndex((turn) => turn.slide === slide);
  return index < 0 ? rotation : { ...rotation, index, key: turns[index]?.key ?? null, shown: 0 };
}
