import { useMemo } from 'react';
import { addressedAs, stepAt, stepBy, stepsOf, type Step } from '../../reading/review-steps.ts';
import { addressOf } from '../../state/address.ts';
import { markDiscussed } from '../../state/review-clock.ts';
import { noteStep } from '../../state/timing.ts';
import { currentView, goTo } from '../../state/use-view.ts';
import { REVIEW, type ReviewView } from '../../state/view.ts';
import type { ReviewModel } from './review-model.ts';
import type { StepLinks } from './step-link.tsx';

/** Longer than it takes to draw a step. */
const TICKED_AFTER_MS = 150;

/** Without figures the later sections still stand. */
const NO_FIGURES = stepsOf({ rows: [] });

export type Steps = {
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly next: Step | null;
  readonly previous: Step | null;
  /** The same object until another review is in view: rows are not drawn again by a step. */
  readonly links: StepLinks;
};

/** The step in view and how one gets to the others. */
export function useSteps(view: ReviewView, model: ReviewModel | null): Steps {
  const steps = model?.steps ?? NO_FIGURES;
  const step = useMemo(
    () => stepAt(steps, view.at, (id) => model !== null && model.focus(id) !== null),
    [steps, view.at, model],
  );
  const base = addressOf({ ...view, at: null });
  const links = useMemo(() => linksOf(base, steps), [base, steps]);
  return { steps, step, links, next: stepBy(steps, step, 1), previous: stepBy(steps, step, -1) };
}

function linksOf(base: string, steps: readonly Step[]): StepLinks {
  const join = base.includes('?') ? '&' : '?';
  return {
    href: (step) => {
      const at = addressedAs(steps, step);
      return at === null ? base : `${base}${join}at=${encodeURIComponent(at)}`;
    },
    go: (step, at) => {
      const view = currentView();
      const now = view.page === 'review' ? view : REVIEW;
      // What one moves on from has been talked about.
      const left = stepAt(steps, now.at, () => false).indicator;
      // Ticked off after the step is drawn: nobody waits for a tick.
      if (left !== null && left !== step.indicator) setTimeout(() => markDiscussed(left), TICKED_AFTER_MS);
      noteStep(at);
      // Forty steps are one visit: the way back leads out of the review, not through it.
      goTo({ ...now, at: addressedAs(steps, step) }, 'replace');
    },
  };
}
