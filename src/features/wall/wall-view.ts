import type { hearingAt, coloursAt } from '../../domain/wall-hearing.ts';
import type { Shift } from '../../domain/wall-shift.ts';
import type { Canvas, WallFrame } from './wall-frame.ts';
import type { LinkState } from './wall-link.ts';
import type { PagesInput, WallPage } from './wall-page.ts';
import type { Showing } from './wall-show.ts';
import {
  clockWords,
  dataToWords,
  expiresWords,
  heardWords,
  KEY_WORDS,
  nothingDueWords,
  noticesOf,
  type Situation,
  type WallLanguage,
} from './wall-words.ts';

/** Light and place of the whole picture: 0..1 of its light, and CSS pixels against burn-in. */
type Light = { readonly light: number; readonly shift: Shift };

/** What is to be drawn. `opening`: nothing yet, for a moment. */
export type WallView =
  | { readonly kind: 'opening' }
  | (Light & {
      readonly kind: 'pairing';
      readonly canvas: Canvas;
      readonly code: string;
      readonly expires: string;
      readonly address: string;
      readonly notices: readonly string[];
    })
  | (Light & { readonly kind: 'nothing'; readonly canvas: Canvas; readonly frame: WallFrame; readonly words: string })
  | (Light & { readonly kind: 'page'; readonly input: PagesInput; readonly page: WallPage; readonly frame: WallFrame });

export type Seen = Light & {
  readonly state: LinkState;
  /** Moment of the timeline, and the service's time. */
  readonly at: number;
  readonly now: number;
  readonly showing: Showing;
  readonly canvas: Canvas;
  readonly hearing: ReturnType<typeof hearingAt>;
  readonly colours: ReturnType<typeof coloursAt>;
  readonly motion: 'full' | 'reduced';
  readonly opens: 'now' | 'soon';
  readonly keys: 'shown' | 'hidden';
};

/** Steps in which the ring fills: often enough to be seen to move, seldom enough to cost nothing. */
const RING_STEPS = { full: 24, reduced: 4 } as const;

/** The organisation's locale before anything of it is known. */
const FIRST_LOCALE = 'en-GB';

/** What a wall shows of all that it knows. Pure. */
export function viewOf(seen: Seen): WallView {
  const { state, canvas, light, shift } = seen;
  if (state.phase.kind === 'pairing') return pairingView(seen, state.phase.waiting);
  if (seen.opens === 'soon') return { kind: 'opening' };
  const { showing } = seen;
  const frame = frameOf(seen);
  if (showing.input === null)
    return { kind: 'nothing', canvas, frame, words: 'There are no figures on this screen yet.', light, shift };
  if (showing.page === null) return { kind: 'nothing', canvas, frame, words: nothingWords(seen), light, shift };
  // Sizes and corners are held against the screen's own edges: the picture stands where those are, for two minutes.
  const place = showing.page.slide.kind === 'calibration' ? { x: 0, y: 0 } : shift;
  return { kind: 'page', input: showing.input, page: showing.page, frame, light, shift: place };
}

function pairingView(seen: Seen, waiting: Extract<LinkState['phase'], { kind: 'pairing' }>['waiting']): WallView {
  const { canvas, light, shift, now, hearing } = seen;
  const notices = hearing === 'lost' ? ['No connection to the service, trying again'] : [];
  const expires = waiting === null ? null : expiresWords(Date.parse(waiting.expiresAt), now);
  if (waiting !== null && expires !== null)
    return { kind: 'pairing', canvas, code: waiting.code, expires, address: waiting.address, notices, light, shift };
  const words = 'Waiting for a pairing code from the service.';
  return waiting === null && hearing !== 'lost'
    ? { kind: 'opening' }
    : { kind: 'nothing', canvas, frame: frameOf(seen), words, light, shift };
}

function nothingWords({ state, now, showing }: Seen): string {
  const { board } = state;
  if (board === null || board.health.empty) return 'There is no data yet. Figures come with the first import.';
  // One that has nothing to say has nothing to say at its next hour either: an ended message, goals where there are none.
  const slides = board.display.words.slides.filter(({ id }) => showing.pages.some(({ slide }) => slide.id === id));
  return nothingDueWords(slides, now, languageOf(state));
}

function languageOf({ board, phase }: LinkState): WallLanguage {
  const asked = phase.kind === 'pairing' ? phase.waiting?.locale : undefined;
  return {
    locale: board?.catalogue.organisation.locale ?? asked ?? FIRST_LOCALE,
    timeZone: board?.display.words.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function frameOf(seen: Seen): WallFrame {
  const { state, at, now, hearing, colours, showing, motion } = seen;
  const { board, heard, clock } = state;
  const language = languageOf(state);
  const serviceAt = (moment: number | null): number | null =>
    moment === null || clock === null ? null : clock.service + moment - clock.at;
  const situation: Situation = {
    ...{ now, hearing, board },
    heardAt: state.heardService,
    missedAt: serviceAt(heard.missedAt),
    heardHere: heard.heardAt !== null,
    says: state.says,
    skewSeconds: state.skewSeconds,
    trouble: state.answer?.trouble ?? null,
  };
  const notices = noticesOf(situation, language);
  return {
    clock: clockWords(now, language),
    dataTo: dataToWords(board, now, language),
    heardAt: heardWords(situation, language),
    hearing,
    colours,
    notices: seen.keys === 'shown' ? [KEY_WORDS, ...notices] : notices,
    untilBeat: ringOf(state.wait, at, RING_STEPS[motion]),
    position: showing.position,
    rotation: showing.rotation,
    longer: showing.page?.fresh?.words ?? null,
  };
}

function ringOf({ from, to }: LinkState['wait'], at: number, steps: number): number {
  const share = to > from ? (at - from) / (to - from) : 1;
  return Math.floor(Math.min(1, Math.max(0, share)) * steps) / steps;
}

/** Whether two views are drawn alike, so that a second in which nothing changes costs nothing. */
export function sameView(a: WallView, b: WallView): boolean {
  if (a.kind === 'opening' || b.kind === 'opening') return a.kind === b.kind;
  if (a.kind !== b.kind || a.light !== b.light || a.shift.x !== b.shift.x || a.shift.y !== b.shift.y) return false;
  if (a.kind === 'page' && b.kind === 'page')
    return a.input === b.input && a.page === b.page && sameValue(a.frame, b.frame);
  return sameValue(a, b);
}

/** Frames are small and of plain values. */
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
