import type { WeekNumber } from '../../src/domain/week.ts';

/** One change of the stored sums of a final week, now less was. */
export type Change = {
  readonly teamId: string;
  readonly week: WeekNumber;
  readonly numerator: number;
  readonly denominator: number;
  readonly at: number;
  readonly importId: number;
};

/** How much a week's figure moved since it first became final; `at` and `importId` are of the latest change. */
export type Moved = {
  readonly week: WeekNumber;
  readonly numerator: number;
  readonly denominator: number;
  readonly at: number;
  readonly importId: number;
};

type MovedSoFar = { -readonly [Key in keyof Moved]: Moved[Key] };

/**
 * What the changes of a scope's teams add up to for each week, so that was = now − moved: the figure as it first became
 * final. Weeks that were moved and moved back are left out.
 *
 * Where the indicator is stored as flows, a change in week v moves the level of every week from v on; it restates those
 * that were final when the change was made (`wasFinal`), for the younger ones it is simply part of the first figure.
 */
export const movedWeeks = (
  changes: readonly Change[],
  stored: 'sums' | 'flows',
  span: { readonly from: WeekNumber; readonly to: WeekNumber },
  wasFinal: (week: WeekNumber, at: number) => boolean,
): readonly Moved[] => {
  const byWeek = new Map<WeekNumber, MovedSoFar>();
  const add = (week: WeekNumber, change: Change): void => {
    const moved = byWeek.get(week);
    if (moved === undefined) {
      const { numerator, denominator, at, importId } = change;
      byWeek.set(week, { week, numerator, denominator, at, importId });
      return;
    }
    moved.numerator += change.numerator;
    moved.denominator += change.denominator;
    if (change.at < moved.at || (change.at === moved.at && change.importId < moved.importId)) return;
    moved.at = change.at;
    moved.importId = change.importId;
  };
  for (const change of changes) {
    if (stored === 'sums') {
      if (change.week >= span.from && change.week <= span.to) add(change.week, change);
      continue;
    }
    for (let week = Math.max(change.week, span.from); week <= span.to && wasFinal(week, change.at); week += 1) {
      add(week, change);
    }
  }
  return [...byWeek.values()]
    .filter(({ numerator, denominator }) => numerator !== 0 || denominator !== 0)
    .sort((a, b) => a.week - b.week);
};
