import type { Board } from '../../contract/board.ts';
import type { BeatAnswer } from '../../contract/displays.ts';
import type { WallSlide } from '../../contract/wall-slides.ts';
import { formats } from '../../domain/format.ts';
import { beginsNext } from '../../domain/wall-schedule.ts';
import { skewWords } from '../../domain/wall-time.ts';
import { parseIsoDate } from '../../domain/week.ts';
import { dayOfInstant } from '../../domain/zone.ts';
import { lateWords, latenessOf } from '../../reading/lateness.ts';
import type { WallHearing } from './wall-frame.ts';

/** How a wall writes: the organisation's locale, the display's time zone. */
export type WallLanguage = { readonly locale: string; readonly timeZone: string };

/** What is known at a moment, for the words around the picture. Instants are the service's, epoch milliseconds. */
export type Situation = {
  readonly now: number;
  readonly hearing: WallHearing;
  /** When a whole answer came last; null: never. */
  readonly heardAt: number | null;
  /** When the first of the polls that are missing was missed. */
  readonly missedAt: number | null;
  /** Whether it was heard since the page was loaded; if not, what is shown was kept from before. */
  readonly heardHere: boolean;
  /** What the service itself says of why it has no figures; null where nothing answers. */
  readonly says: string | null;
  readonly skewSeconds: number | null;
  readonly trouble: BeatAnswer['trouble'];
  readonly board: Board | null;
};

/** `08:41`; with its day where that is not today: `Mon 16 Nov 08:41`. */
function moment(at: number, now: number, { locale, timeZone }: WallLanguage): string {
  const words = formats(locale);
  const time = words.time(at, timeZone);
  const day = dayOfInstant(at, timeZone);
  const today = dayOfInstant(now, timeZone);
  return day === today ? time : `${words.dayAsOf(day, today)} ${time}`;
}

export function clockWords(now: number, { locale, timeZone }: WallLanguage): string {
  return formats(locale).time(now, timeZone);
}

/** `Data to Sun 15 Nov`; null before there is data. */
export function dataToWords(board: Board | null, now: number, { locale, timeZone }: WallLanguage): string | null {
  const dataTo = board?.health.dataTo ?? null;
  const day = dataTo === null ? null : parseIsoDate(dataTo);
  return day === null ? null : `Data to ${formats(locale).dayAsOf(day, dayOfInstant(now, timeZone))}`;
}

export function heardWords({ heardAt, now }: Pick<Situation, 'heardAt' | 'now'>, language: WallLanguage): string {
  return heardAt === null ? 'Not heard yet' : `Heard at ${moment(heardAt, now, language)}`;
}

/** What is out of order, the gravest first. */
export function noticesOf(situation: Situation, language: WallLanguage): readonly string[] {
  const { board, now, skewSeconds, trouble } = situation;
  const notices = [connectionWords(situation, language)];
  if (trouble !== null) notices.push(trouble.message);
  if (board !== null) {
    const dataTo = board.health.dataTo === null ? null : parseIsoDate(board.health.dataTo);
    const { cadenceSeconds } = board.health;
    // The last day of the data ends where the organisation is, wherever the screen hangs.
    const { timeZone } = board.catalogue.organisation;
    const late = latenessOf(dataTo, { now: new Date(now).toISOString(), cadenceSeconds }, timeZone);
    if (late.kind === 'late') notices.push(`Data ${lateWords(late.by)} late`);
  }
  const skew = skewSeconds === null ? null : skewWords(skewSeconds);
  if (skew !== null) notices.push(`This screen’s clock is ${skew}`);
  return notices.filter((notice) => notice !== null);
}

function connectionWords(situation: Situation, language: WallLanguage): string | null {
  const { hearing, heardAt, heardHere, missedAt, now, says } = situation;
  if (hearing === 'live' || hearing === 'late') return null;
  const showing = heardAt === null ? '' : `, showing ${moment(heardAt, now, language)}`;
  if (says !== null && hearing === 'lost') return `No figures${showing}. ${says}`;
  if (heardHere) {
    const since = missedAt ?? heardAt;
    return `No connection${since === null ? '' : ` since ${moment(since, now, language)}`}${showing}`;
  }
  const state = hearing === 'lost' ? 'no connection' : 'not heard yet';
  if (heardAt !== null) return `Showing figures of ${dated(heardAt, now, language)}, ${state}`;
  return hearing === 'lost' ? 'No connection to the service, trying again' : null;
}

/** Always with its day: what was kept over a restart may be of any day. */
function dated(at: number, now: number, { locale, timeZone }: WallLanguage): string {
  const words = formats(locale);
  const day = words.dayAsOf(dayOfInstant(at, timeZone), dayOfInstant(now, timeZone));
  return `${day} ${words.time(at, timeZone)}`;
}

/** How long a pairing code still holds, by the service's time; null once it has run out. */
export function expiresWords(expiresAt: number, now: number): string | null {
  const minutes = Math.ceil((expiresAt - now) / 60_000);
  return minutes < 1 ? null : `Valid for ${minutes} min`;
}

/** Why there is nothing to show, and which slide comes next, where one does. */
export function nothingDueWords(slides: readonly WallSlide[], now: number, language: WallLanguage): string {
  const next = slides
    .map((slide) => ({ slide, at: beginsNext(slide.schedule, now, language.timeZone) }))
    .filter((each): each is { slide: WallSlide; at: number } => each.at !== null)
    .toSorted((a, b) => a.at - b.at)[0];
  if (next === undefined) return 'None of this display’s slides has anything to show now.';
  return `No slide is due now. Next at ${moment(next.at, now, language)}.`;
}

export const KEY_WORDS = 'Keys: space pauses, arrows turn the page, C shows the sizes, ? the keys';
