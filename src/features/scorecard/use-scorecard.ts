import { useAnswers, type Answers } from '../../parts/use-answers.ts';
import type { ScorecardView } from '../../state/view.ts';
import { modelOf } from './model-cache.ts';
import type { PanelSize } from './panel-model.ts';
import type { ScorecardModel } from './view-model.ts';

type Ready = Extract<Answers, { kind: 'ready' }>;

export type ScorecardState = Exclude<Answers, Ready> | (Omit<Ready, 'input'> & { readonly model: ScorecardModel });

/** What the page shows for a view: the four answers put together, or why there is nothing to put together yet. */
export function useScorecard(view: ScorecardView, size: PanelSize): ScorecardState {
  const answers = useAnswers(view);
  if (answers.kind !== 'ready') return answers;
  const { input, ...rest } = answers;
  return { ...rest, model: modelOf(input, size) };
}
