import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { breakdownQuery } from '../../api/indicator-queries.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import { placeOf, type Step } from '../../reading/review-steps.ts';
import type { ReviewModel } from './review-model.ts';

/** Steps ahead that are made ready while nothing else is to do. */
const AHEAD = 2;

/** Reads the measures around the one in view and asks for what stands behind them, so that a step has only to draw. */
export function useWarmNeighbours(
  model: ReviewModel | null,
  steps: readonly Step[],
  step: Step,
  teams: readonly string[],
): void {
  const client = useQueryClient();
  useEffect(() => {
    if (model === null) return undefined;
    const place = placeOf(steps, step);
    const around = steps.slice(Math.max(0, place - 1), place + 1 + AHEAD).flatMap(({ indicator }) => indicator ?? []);
    return whenIdle(() => {
      for (const id of around) {
        const focus = model.focus(id);
        if (focus?.reading.kind !== 'read') continue;
        client.query(breakdownQuery(id, isoWeekLabel(focus.reading.measure.week), teams)).catch(ignore);
      }
    });
  }, [client, model, steps, step, teams]);
}

function whenIdle(run: () => void): () => void {
  // Safari has none; there the step computes what it needs.
  if (!('requestIdleCallback' in window)) return () => undefined;
  const handle = requestIdleCallback(run);
  return () => cancelIdleCallback(handle);
}

/** Nobody asked for it yet; the step that needs it asks again and tells. */
function ignore(): void {
  return undefined;
}
