import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { observationsQuery } from '../../api/queries.ts';
import { isoWeekLabel, parseIsoWeek } from '../../domain/week.ts';
import { useAnswers, type Answers } from '../../parts/use-answers.ts';
import { withLongHistory } from '../../reading/long-view.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';
import type { IndicatorView } from '../../state/view.ts';
import { indicatorModel, type IndicatorModel } from './page-model.ts';

/** Five years, and the year before them to compare with. */
const LONG_WEEKS = 312;

/** What a figure cannot be read without: `scope.ts` withholds repeats in weeks whose claims name too few causes. */
const COMPANIONS: Readonly<Partial<Record<string, readonly string[]>>> = {
  'repeated-claims': ['claims-with-cause'],
  'silent-customers': ['voice-ratio'],
};

type Ready = Extract<Answers, { kind: 'ready' }>;

export type IndicatorState =
  | Exclude<Answers, Ready>
  | { readonly kind: 'unknown' }
  | (Omit<Ready, 'input'> & { readonly model: IndicatorModel; readonly input: Ready['input'] });

/**
 * The page of an indicator, read from the scope's answer that the scorecard shares, so that it draws at once; five years
 * join it when they are here. They add to the left of the chart and change no figure (`long-view.ts`).
 */
export function useIndicator(view: IndicatorView, size: 'desk' | 'phone'): IndicatorState {
  const answers = useAnswers(view);
  const input = answers.kind === 'ready' ? answers.input : null;
  const card = useCard(input);
  const span = input === null ? null : longSpan(input.observations.from, input.observations.weeks);
  const long = useQuery({
    ...observationsQuery({
      teams: input?.observations.teams ?? view.teams,
      indicators: [view.indicator, ...(COMPANIONS[view.indicator] ?? [])],
      span: span ?? 'latest',
    }),
    // An indicator that nobody knows is asked for nowhere.
    enabled: span !== null && card?.indicators.has(view.indicator) === true,
  });
  const teams = answers.kind === 'ready' ? answers.teams : null;
  // What stays on the screen while another scope is on its way is that scope's alone.
  const history = long.isPlaceholderData ? undefined : long.data;
  const coming = history === undefined && answers.kind === 'ready' && !long.isError ? answers.firstWeek : null;
  const model = useMemo(() => {
    if (card === null || teams === null) return null;
    const whole = history === undefined ? card : withLongHistory(card, view.indicator, history);
    const reading = whole.reading(view.indicator);
    return reading === null ? null : indicatorModel(whole, reading, { span: view.span, teams, size, coming });
  }, [card, teams, history, view.indicator, view.span, size, coming]);
  if (answers.kind !== 'ready') return answers;
  if (model === null) return { kind: 'unknown' };
  if (long.isError && view.span === '5-years') {
    return { ...answers, model: { ...model, since: 'The years before could not be read' } };
  }
  return { ...answers, model };
}

/** Read once for each answer: a poll alone makes a new input of the same parts. */
function useCard(input: ScorecardInput | null): Scorecard | null {
  const { observations, catalogue, teams, health, fallbackNow = 0, week = '', compare = 'previous-week' } = input ?? {};
  return useMemo(
    () =>
      observations === undefined || catalogue === undefined || teams === undefined || health === undefined
        ? null
        : readScorecard({ observations, catalogue, teams, health, fallbackNow, week, compare }),
    [observations, catalogue, teams, health, fallbackNow, week, compare],
  );
}

/** From five years and one before the answer's last week up to it. */
function longSpan(from: string, weeks: number): { readonly from: string; readonly to: string } | null {
  const first = parseIsoWeek(from);
  if (first === null) return null;
  const to = first + weeks - 1;
  return { from: isoWeekLabel(to - LONG_WEEKS), to: isoWeekLabel(to) };
}
