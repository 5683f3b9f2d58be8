import { REVIEW_SECTIONS, type ReviewSection } from '../contract/reviews.ts';
import type { AgendaModel } from './agenda.ts';

/** Sections with the minutes that the leadership's hour allots to them. */
export const SECTIONS: ReadonlyArray<{ readonly id: ReviewSection; readonly name: string; readonly minutes: number }> =
  [
    { id: 'exceptions', name: 'Exceptions', minutes: 25 },
    { id: 'since', name: 'Since last review', minutes: 5 },
    { id: 'outcomes', name: 'Retention and repeated claims', minutes: 10 },
    { id: 'words', name: 'Customers’ words', minutes: 5 },
    { id: 'actions', name: 'Decisions and actions', minutes: 10 },
  ];

/** One step of the agenda: a measure of the exceptions, or a later section as a whole. */
export type Step = {
  readonly section: ReviewSection;
  /** The measure in focus; null in a section that has none, and in a quiet week. */
  readonly indicator: string | null;
};

/** Every step in its order: each exception, then the four sections that always stand. A quiet week has one step that says so. */
export function stepsOf({ rows }: Pick<AgendaModel, 'rows'>): readonly Step[] {
  const exceptions: readonly Step[] =
    rows.length === 0
      ? [{ section: 'exceptions', indicator: null }]
      : rows.map(({ id }) => ({ section: 'exceptions', indicator: id }));
  const later = REVIEW_SECTIONS.filter((section) => section !== 'exceptions');
  return [...exceptions, ...later.map((section) => ({ section, indicator: null }))];
}

/**
 * The step that an address means. Total: a later section by its name; a measure by its id, also one that is not on the
 * agenda (`isKnown`), which a person may want to talk about; all else is the first step.
 */
export function stepAt(steps: readonly Step[], at: string | null, isKnown: (indicator: string) => boolean): Step {
  const first = steps[0] ?? { section: 'exceptions', indicator: null };
  if (at === null) return first;
  const section = steps.find((step) => step.indicator === null && step.section === at);
  if (section !== undefined) return section;
  const measure = steps.find((step) => step.indicator === at);
  if (measure !== undefined) return measure;
  return isKnown(at) ? { section: 'exceptions', indicator: at } : first;
}

/** Its place among the steps; −1 for a measure that is not on the agenda. */
export function placeOf(steps: readonly Step[], step: Step): number {
  return steps.findIndex((each) => each.section === step.section && each.indicator === step.indicator);
}

/** The step `by` places on; null beyond the ends. From a measure off the agenda one goes to the first step. */
export function stepBy(steps: readonly Step[], from: Step, by: 1 | -1): Step | null {
  const place = placeOf(steps, from);
  return place < 0 ? (steps[0] ?? null) : (steps[place + by] ?? null);
}

/** First step of a section. */
export function firstOf(steps: readonly Step[], section: ReviewSection): Step {
  return steps.find((step) => step.section === section) ?? { section, indicator: null };
}

/** How the address writes a step; null is the first one. */
export function addressedAs(steps: readonly Step[], step: Step): string | null {
  const [first] = steps;
  if (first?.section === step.section && first.indicator === step.indicator) return null;
  return step.indicator ?? step.section;
}
