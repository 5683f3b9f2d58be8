import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { observationsQuery } from '../../api/queries.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { readScope } from '../../reading/scope.ts';
import { figuresBeside, type ImpactGround } from './improvement-impact.ts';

/** `none`: there is no team to compare with. */
export type Others =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'read'; readonly figures: ReadonlyArray<number | null> };

/**
 * Figures of the teams without an improvement, taken together: the service sums their numerators and denominators week by
 * week, as it does for any several teams. Asked for when this is first rendered.
 */
export function useOthers(card: Scorecard, ground: ImpactGround, teams: readonly string[]): Others {
  const id = ground.kind === 'given' ? ground.indicator.id : '';
  const asks = ground.kind === 'given' && teams.length > 0;
  const answer = useQuery({
    ...observationsQuery({
      teams,
      // Repeated claims are withheld where too few claims name a cause, which only the second one tells.
      indicators: id === 'repeated-claims' ? [id, 'claims-with-cause'] : [id],
      span: { from: isoWeekLabel(card.scope.from), to: isoWeekLabel(card.scope.to) },
    }),
    enabled: asks,
  });
  // What stays while other teams are on their way is not theirs.
  const data = answer.isPlaceholderData ? undefined : answer.data;
  const figures = useMemo(() => {
    if (data === undefined || ground.kind === 'none') return null;
    const series = readScope(data, card.indicators, card.today).series.get(ground.indicator.id) ?? [];
    const { from, values } = ground.analysis;
    return figuresBeside(ground.indicator, series, from, values.length);
  }, [data, card, ground]);
  if (!asks) return { kind: 'none' };
  if (answer.isError) return { kind: 'failed', error: answer.error, retry: () => void answer.refetch() };
  return figures === null ? { kind: 'loading' } : { kind: 'read', figures };
}
