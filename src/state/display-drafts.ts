import { formDrafts, isRecord, type FormDraft } from './form-drafts.ts';

export const SLIDE_KINDS = ['dimensions', 'promise', 'trend', 'signals', 'goals', 'due', 'message'] as const;
export type SlideKind = (typeof SLIDE_KINDS)[number];

/** A slide as it is typed. What its kind does not ask for is kept too, so that nothing is lost by trying another one. */
export type SlideFields = {
  readonly id: string;
  readonly kind: SlideKind;
  readonly seconds: string;
  readonly when: 'always' | 'at-times';
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly indicator: string;
  readonly title: string;
  readonly text: string;
  readonly until: string;
};

/** `level`: light that is left, in percent. */
export type DimFields = {
  readonly kind: 'never' | 'between';
  readonly from: string;
  readonly to: string;
  readonly level: string;
};

/** A display as it is typed. */
export type DisplayFields = {
  /** Of a new screen alone. */
  readonly code: string;
  readonly name: string;
  readonly diagonal: string;
  readonly distance: string;
  readonly timeZone: string;
  readonly team: readonly string[];
  readonly slides: readonly SlideFields[];
  readonly dim: DimFields;
  readonly reloadAt: string;
};

export type DisplayField = keyof DisplayFields;
export type DisplayDraft = FormDraft<DisplayFields>;

/** In the order of the form. */
export const DISPLAY_FIELDS = [
  'code',
  'name',
  'diagonal',
  'distance',
  'timeZone',
  'team',
  'slides',
  'dim',
  'reloadAt',
] as const satisfies readonly DisplayField[];

const SLIDE_TEXTS = ['id', 'seconds', 'from', 'to', 'indicator', 'title', 'text', 'until'] as const;
const DISPLAY_TEXTS = ['code', 'name', 'diagonal', 'distance', 'timeZone', 'reloadAt'] as const;

const areTexts = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string');

const isSlide = (value: unknown): boolean =>
  isRecord(value) &&
  areTexts(value, SLIDE_TEXTS) &&
  SLIDE_KINDS.some((kind) => kind === value['kind']) &&
  (value['when'] === 'always' || value['when'] === 'at-times') &&
  Array.isArray(value['days']) &&
  value['days'].every((day) => typeof day === 'number');

const isDim = (value: unknown): boolean =>
  isRecord(value) &&
  areTexts(value, ['from', 'to', 'level']) &&
  (value['kind'] === 'never' || value['kind'] === 'between');

/** Displays that are being approved or changed. */
export const displayDrafts = formDrafts<DisplayFields>(
  'kept:display-drafts',
  DISPLAY_FIELDS,
  (value) =>
    areTexts(value, DISPLAY_TEXTS) &&
    Array.isArray(value['team']) &&
    value['team'].every((id) => typeof id === 'string') &&
    Array.isArray(value['slides']) &&
    value['slides'].every(isSlide) &&
    isDim(value['dim']),
);
