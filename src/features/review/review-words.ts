import type { Step } from '../../reading/review-steps.ts';
import { placeOf, SECTIONS } from '../../reading/review-steps.ts';
import type { ReviewModel } from './review-model.ts';

/** "3 of 11 measures"; "not on the agenda" for a measure that nothing asks attention for; empty in a later section. */
export function placeWords({ agenda, steps }: Pick<ReviewModel, 'agenda' | 'steps'>, step: Step): string {
  if (step.indicator === null) return '';
  const place = placeOf(steps, step);
  const count = agenda.rows.length;
  if (place < 0) return 'not on the agenda';
  return `${place + 1} of ${count} ${count === 1 ? 'measure' : 'measures'}`;
}

/** What a reader hears at a step. */
export function saidOf(model: ReviewModel, step: Step): string {
  const name = step.indicator === null ? null : model.focus(step.indicator)?.name;
  if (name != null) return `${name}, ${placeWords(model, step)}`;
  return SECTIONS.find(({ id }) => id === step.section)?.name ?? '';
}

/** What the button to the next step says. */
export function nextWords(next: Step | null): string {
  return next === null || next.section === 'exceptions' ? 'Next exception' : 'Next section';
}
