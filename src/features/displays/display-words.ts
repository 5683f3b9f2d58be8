import type { Display } from '../../contract/displays.ts';
import { skewWords } from '../../domain/wall-time.ts';
import type { DisplayField, DisplayFields } from '../../state/display-drafts.ts';
import type { MarkShape } from '../../ui/mark-shapes.ts';
import { slideName, slideText } from './slide-words.ts';

type Beat = NonNullable<Display['beat']>;

/** How a display stands: shape and word, which say the same, and a look. */
export type DisplayState = {
  readonly shape: MarkShape;
  readonly word: string;
  readonly tone: 'good' | 'act' | 'quiet';
  /** More of it, where there is more. */
  readonly more: string | null;
};

const HEARING: Readonly<Record<Beat['hearing'], string | null>> = {
  starting: 'starting',
  live: null,
  late: 'hears the service late',
  lost: 'had lost the service',
};

/** Its state in words. */
export function stateOf({ state, beat }: Pick<Display, 'state' | 'beat'>): DisplayState {
  switch (state) {
    case 'waiting':
      return { shape: 'none', word: 'Waiting', tone: 'quiet', more: 'approved; its screen has not come back yet' };
    case 'online':
      return { shape: 'on', word: 'Online', tone: 'good', more: beat === null ? null : HEARING[beat.hearing] };
    case 'silent':
      return { shape: 'act', word: 'Silent', tone: 'act', more: 'switched off, or without a connection' };
  }
}

/** How long ago, in the locale's words: `12 seconds ago`, `15 hours ago`, `yesterday`. `seconds` below 5 are none. */
export function agoWords(seconds: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (seconds < 5) return words.format(0, 'second');
  if (seconds < 90) return words.format(-Math.round(seconds), 'second');
  if (seconds < 90 * 60) return words.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 36 * 3600) return words.format(-Math.round(seconds / 3600), 'hour');
  return words.format(-Math.round(seconds / 86_400), 'day');
}

/** `right`, `4 min slow`, `2 h fast`; null before it was compared. */
export function clockWords(skewSeconds: number | null): { readonly words: string; readonly isOff: boolean } | null {
  if (skewSeconds === null) return null;
  const words = skewWords(skewSeconds);
  return words === null ? { words: 'right', isOff: false } : { words, isOff: true };
}

/** The build of a display beside the service's. */
export function buildWords(build: string, ofService: string): { readonly words: string; readonly isOld: boolean } {
  return build === ofService ? { words: 'newest', isOld: false } : { words: `older: ${build}`, isOld: true };
}

/** `1920 × 1080`; with the density where that is not one: `1920 × 1080, 2 dots a pixel`. */
export function pictureWords({ width, height, ratio }: Pick<Beat, 'width' | 'height' | 'ratio'>): string {
  const dots = Math.round(ratio * 100) / 100;
  return `${width} × ${height}${dots === 1 ? '' : `, × ${dots}`}`;
}

/** The slide on its screen. */
export function shownWords({ words, beat }: Pick<Display, 'words' | 'beat'>, name: (id: string) => string): string {
  if (beat === null) return 'nothing yet';
  if (beat.slide === null) return 'no slide';
  const slide = words.slides.find(({ id }) => id === beat.slide);
  return slide === undefined ? 'a slide that is no longer in its list' : slideName(slide, name);
}

export const DISPLAY_NAMES: Readonly<Record<DisplayField, string>> = {
  code: 'Code',
  name: 'Name',
  diagonal: 'Diagonal',
  distance: 'Distance',
  timeZone: 'Time zone',
  team: 'Teams',
  slides: 'Slides',
  dim: 'Dimmed',
  reloadAt: 'Loads itself anew',
};

type Named = {
  readonly team: (id: string) => string;
  readonly indicator: (id: string) => string;
  readonly locale: string;
};

/** What a field says, for whoever has to choose between two. */
export function fieldText(field: DisplayField, fields: DisplayFields, named: Named): string {
  switch (field) {
    case 'code':
    case 'name':
    case 'timeZone':
      return fields[field];
    case 'reloadAt':
      return `at ${fields.reloadAt}`;
    case 'diagonal':
      return `${fields.diagonal} inches`;
    case 'distance':
      return `${fields.distance} m`;
    case 'team':
      return fields.team.length === 0 ? 'the whole organisation' : fields.team.map(named.team).join(', ');
    case 'slides':
      return fields.slides.map((slide) => slideText(slide, named.indicator, named.locale)).join('; ');
    case 'dim': {
      const { kind, from, to, level } = fields.dim;
      return kind === 'never' ? 'never' : `${from} to ${to}, ${level} %`;
    }
  }
}
