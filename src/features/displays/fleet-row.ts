import type { Display } from '../../contract/displays.ts';
import type { Formats } from '../../domain/format.ts';
import {
  agoWords,
  buildWords,
  clockWords,
  pictureWords,
  shownWords,
  stateOf,
  type DisplayState,
} from './display-words.ts';
import { plainNumber } from './plain-number.ts';
import { slideName } from './slide-words.ts';

/** `look`: whether somebody has to see to it. */
type Said = { readonly words: string; readonly look: 'plain' | 'out-of-order' };

/** One display as table and cards say it. What it has not said yet is null. */
export type FleetRow = {
  readonly display: Display;
  readonly name: string;
  readonly teams: string;
  readonly state: DisplayState;
  readonly heard: { readonly ago: string; readonly at: string } | null;
  readonly shows: string;
  readonly rotation: 'turning' | 'paused' | null;
  readonly build: Said | null;
  readonly clock: Said | null;
  readonly picture: string | null;
  /** `55 inch, from 5 m`. */
  readonly size: string;
  readonly problems: readonly string[];
  readonly slides: ReadonlyArray<{ readonly id: string; readonly name: string }>;
};

export type FleetContext = {
  /** Of the service. */
  readonly build: string;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
  readonly locale: string;
  readonly timeZone: string;
  readonly formats: Formats;
  readonly teamName: (id: string) => string;
  readonly indicatorName: (id: string) => string;
};

const look = (isOut: boolean): Said['look'] => (isOut ? 'out-of-order' : 'plain');

const sizeWords = ({ diagonalInches, distanceMetres }: Display['words'], formats: Formats): string =>
  `${plainNumber(diagonalInches, formats)}\u00a0inch, from ${plainNumber(distanceMetres, formats)}\u00a0m`;

/** Everything that is said of a display, in words. */
export function fleetRow(display: Display, context: FleetContext): FleetRow {
  const { words, beat } = display;
  const { build, now, locale, timeZone, formats, teamName, indicatorName } = context;
  const clock = beat === null ? null : clockWords(beat.skewSeconds);
  const built = beat === null ? null : buildWords(beat.build, build);
  return {
    display,
    name: words.name,
    teams: words.team.length === 0 ? 'The whole organisation' : words.team.map(teamName).join(', '),
    state: stateOf(display),
    heard:
      beat === null
        ? null
        : {
            ago: agoWords((now - Date.parse(beat.at)) / 1000, locale),
            at: formats.instant(Date.parse(beat.at), timeZone),
          },
    shows: shownWords(display, indicatorName),
    rotation: beat?.rotation ?? null,
    build: built && { words: built.words, look: look(built.isOld) },
    clock: clock && { words: clock.words, look: look(clock.isOff) },
    picture: beat && pictureWords(beat),
    size: sizeWords(words, formats),
    problems: beat?.problems ?? [],
    slides: words.slides.map((slide) => ({ id: slide.id, name: slideName(slide, indicatorName) })),
  };
}
