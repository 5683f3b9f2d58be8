import type { Breakdown } from '../contract/breakdown.ts';
import type { Formats } from '../domain/format.ts';
import { casesText } from './goal-causes.ts';

/** One bar with its count and, where causes are told in order, the share that it and those before it make up. */
export type CauseBar = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly countText: string;
  /** `65 %`: Σ of the counts down to this one / all cases. */
  readonly runningText: string;
};

export type CauseBarsModel = {
  /** `276 late orders`. */
  readonly total: string;
  readonly bars: readonly CauseBar[];
};

/** More than these stand in one row together, so that a long tail does not push the rest of a page away. */
const MOST = 8;

/** The causes of an answer, most frequent first; a long tail is one row that says how many causes it holds. */
export function causeBars({ cases, casesWords, causes }: Breakdown, formats: Formats): CauseBarsModel {
  const named = causes.map(({ cause, name, count }) => ({ id: cause ?? 'none', label: name, count }));
  const tail = named.length > MOST ? named.slice(MOST - 1) : [];
  const rows =
    tail.length === 0
      ? named
      : [
          ...named.slice(0, MOST - 1),
          {
            id: 'others',
            label: `${formats.count(tail.length)} other causes`,
            count: tail.reduce((sum, { count }) => sum + count, 0),
          },
        ];
  let sum = 0;
  const bars = rows.map((row): CauseBar => {
    sum += row.count;
    return {
      ...row,
      countText: formats.count(row.count),
      runningText: cases > 0 ? formats.percent((sum / cases) * 100, 0) : '',
    };
  });
  return { total: casesText({ cases, casesWords }, formats), bars };
}
