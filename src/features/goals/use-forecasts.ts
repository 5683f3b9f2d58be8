import { useEffect, useState } from 'react';
import type { GoalRow } from '../../reading/goal-row.ts';
import { simulate } from './forecasts.ts';
import type { GoalsModel } from './goals-model.ts';

/** Has the goals of a page simulated after they are drawn, and draws each when it is known. */
export function useForecasts(model: GoalsModel, focus: GoalRow | null): void {
  const [, draw] = useState(0);
  const first = focus?.id ?? null;
  useEffect(() => {
    let state: 'wanted' | 'left' = 'wanted';
    const rows = model.list.rows.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
    simulate(model, rows, () => {
      if (state === 'wanted') draw((count) => count + 1);
    });
    return () => {
      state = 'left';
    };
  }, [model, first]);
}
