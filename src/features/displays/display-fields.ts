import type { Display, DisplayWords } from '../../contract/displays.ts';
import type { WallSlide } from '../../contract/wall-slides.ts';
import type { DimFields, DisplayFields, SlideFields, SlideKind } from '../../state/display-drafts.ts';

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** A slide that nobody has typed in yet. */
export function newSlide(kind: SlideKind, id: string, indicator = ''): SlideFields {
  return {
    ...{ id, kind, seconds: '20', when: 'always', days: WORKING_DAYS, from: '07:00', to: '18:00' },
    ...{ indicator, title: '', text: '', until: '' },
  };
}

/** What a first display shows: the state of things, two trends, then what is to be done. */
export function firstSlides(available: ReadonlySet<string>, newId: () => string): readonly SlideFields[] {
  const trends = ['retention-12-week', 'repeated-claims'].filter((id) => available.has(id));
  return [
    newSlide('dimensions', newId()),
    newSlide('promise', newId()),
    ...trends.map((indicator) => newSlide('trend', newId(), indicator)),
    newSlide('signals', newId()),
    newSlide('goals', newId()),
    newSlide('due', newId()),
  ];
}

export type FirstWords = {
  readonly timeZone: string;
  readonly team: readonly string[];
  readonly available: ReadonlySet<string>;
  readonly newId: () => string;
};

/** A new display as the form first shows it. */
export function newDisplayFields({ timeZone, team, available, newId }: FirstWords): DisplayFields {
  return {
    ...{ code: '', name: '', diagonal: '55', distance: '5', timeZone, team },
    slides: firstSlides(available, newId),
    dim: { kind: 'never', from: '19:00', to: '06:00', level: '30' },
    reloadAt: '03:30',
  };
}

function slideFields(slide: WallSlide): SlideFields {
  const { id, kind, seconds, schedule } = slide;
  const plain = newSlide(kind, id, kind === 'trend' ? slide.indicator : '');
  return {
    ...plain,
    seconds: String(seconds),
    ...(schedule === null ? {} : { when: 'at-times', ...schedule }),
    ...(kind === 'message' ? { title: slide.title, text: slide.text, until: slide.until } : {}),
  };
}

function dimFields(dim: DisplayWords['dim']): DimFields {
  if (dim === null) return { kind: 'never', from: '19:00', to: '06:00', level: '30' };
  return { kind: 'between', from: dim.from, to: dim.to, level: String(Math.round(dim.level * 100)) };
}

/** A display that stands, as the form shows it. */
export function fieldsOfDisplay({ words }: Pick<Display, 'words'>): DisplayFields {
  return {
    code: '',
    name: words.name,
    diagonal: String(words.diagonalInches),
    distance: String(words.distanceMetres),
    timeZone: words.timeZone,
    team: words.team,
    slides: words.slides.map(slideFields),
    dim: dimFields(words.dim),
    reloadAt: words.reloadAt,
  };
}

/** A number as people type it, with a comma or a point; null where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function wallSlide(fields: SlideFields): WallSlide {
  const { id, kind, when, days, from, to } = fields;
  const schedule = when === 'always' ? null : { days: [...days].sort((a, b) => a - b), from, to };
  const shared = { id, seconds: numberIn(fields.seconds) ?? 0, schedule };
  switch (kind) {
    case 'trend':
      return { ...shared, kind, indicator: fields.indicator };
    case 'message':
      return { ...shared, kind, title: fields.title.trim(), text: fields.text.trim(), until: fields.until };
    case 'dimensions':
    case 'promise':
    case 'signals':
    case 'goals':
    case 'due':
      return { ...shared, kind };
  }
}

/** What is sent. Only of fields in which `displayProblems` finds nothing. */
export function wordsOfFields(fields: DisplayFields): DisplayWords {
  const { name, diagonal, distance, timeZone, team, slides, dim, reloadAt } = fields;
  return {
    name: name.trim(),
    diagonalInches: numberIn(diagonal) ?? 0,
    distanceMetres: numberIn(distance) ?? 0,
    timeZone,
    team: [...team],
    slides: slides.map(wallSlide),
    dim: dim.kind === 'never' ? null : { from: dim.from, to: dim.to, level: (numberIn(dim.level) ?? 0) / 100 },
    reloadAt,
  };
}
