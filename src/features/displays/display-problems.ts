import type { DisplayField, DisplayFields, SlideFields } from '../../state/display-drafts.ts';
import { numberIn } from './display-fields.ts';
import { readCode } from './pairing-code.ts';

export type SlideField = 'seconds' | 'times' | 'indicator' | 'title' | 'text' | 'until';

/** Why something does not stand yet, at its field; at a field of a slide by the slide's id. */
export type DisplayProblems = {
  readonly fields: Readonly<Partial<Record<DisplayField, string>>>;
  readonly slides: ReadonlyMap<string, Readonly<Partial<Record<SlideField, string>>>>;
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOST_SLIDES = 60;

const between = (text: string, least: number, most: number): boolean => {
  const number = numberIn(text);
  return number !== null && number >= least && number <= most;
};

/** Without the fields that stand. */
const said = <Field extends string>(
  problems: Readonly<Record<Field, string | null>>,
): Readonly<Partial<Record<Field, string>>> =>
  Object.fromEntries(
    Object.entries<string | null>(problems).filter((entry): entry is [Field, string] => entry[1] !== null),
  ) as Readonly<Partial<Record<Field, string>>>;

function slideProblems({ kind, seconds, when, days, from, to, indicator, title, text, until }: SlideFields) {
  const isWhole = /^\s*\d+\s*$/.test(seconds);
  const isMessage = kind === 'message';
  return said<SlideField>({
    seconds: isWhole && between(seconds, 5, 600) ? null : 'Whole seconds, from 5 to 600.',
    times:
      when === 'always'
        ? null
        : days.length === 0
          ? 'Choose at least one day.'
          : TIME.test(from) && TIME.test(to)
            ? null
            : 'Say from when to when, such as 07:00 to 18:00.',
    indicator: kind === 'trend' && indicator === '' ? 'Choose the indicator that is shown.' : null,
    title: isMessage && title.trim() === '' ? 'Give the message a title.' : null,
    text: isMessage && text.trim() === '' ? 'Say what the message says.' : null,
    until: isMessage && !DATE.test(until) ? 'Say the last day on which it is shown.' : null,
  });
}

/**
 * What keeps a display from being sent. `reach`: `own` where only displays of own teams may be set up, so that it must have
 * one. `what`: a screen that is approved needs its code.
 */
export function displayProblems(
  { code, name, diagonal, distance, timeZone, team, slides, dim, reloadAt }: DisplayFields,
  { what, reach }: { readonly what: 'approve' | 'change'; readonly reach: 'own' | 'all' },
): DisplayProblems {
  const typed = readCode(code);
  const fields = said<DisplayField>({
    code: what === 'change' || typed.kind === 'code' ? null : typed.problem,
    name: name.trim() === '' ? 'A display has a name.' : null,
    diagonal: between(diagonal, 10, 150) ? null : 'Inches from corner to corner, from 10 to 150.',
    distance: between(distance, 0.5, 30) ? null : 'Metres to whoever reads it, from 0.5 to 30.',
    timeZone: timeZone === '' ? 'Choose a time zone.' : null,
    team: reach === 'own' && team.length === 0 ? 'Choose at least one of your teams.' : null,
    slides:
      slides.length === 0
        ? 'A display shows at least one slide.'
        : slides.length > MOST_SLIDES
          ? `At most ${MOST_SLIDES} slides.`
          : null,
    dim:
      dim.kind === 'never' || (TIME.test(dim.from) && TIME.test(dim.to) && between(dim.level, 10, 100))
        ? null
        : 'Say from when to when, and how much light is left: 10 to 100 percent.',
    reloadAt: TIME.test(reloadAt) ? null : 'A time, such as 03:30.',
  });
  const bySlide = slides
    .map((slide) => [slide.id, slideProblems(slide)] as const)
    .filter(([, problems]) => Object.keys(problems).length > 0);
  return { fields, slides: new Map(bySlide) };
}

export const NO_PROBLEMS: DisplayProblems = { fields: {}, slides: new Map() };

export const isFree = ({ fields, slides }: DisplayProblems): boolean =>
  Object.keys(fields).length === 0 && slides.size === 0;

const AT: Readonly<Record<string, DisplayField>> = {
  code: 'code',
  'words.name': 'name',
  'words.diagonalInches': 'diagonal',
  'words.distanceMetres': 'distance',
  'words.timeZone': 'timeZone',
  'words.team': 'team',
  'words.slides': 'slides',
  'words.dim': 'dim',
  'words.reloadAt': 'reloadAt',
};

/** The field at which the service refused; null where the form has none of that name. */
export function fieldAt(at: string | null): DisplayField | null {
  const [first = '', second] = (at ?? '').split('.');
  return AT[second === undefined ? first : `${first}.${second}`] ?? null;
}
