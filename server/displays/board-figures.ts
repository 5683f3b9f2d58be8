import type { BoardObservations } from '../../src/contract/board.ts';
import type { Observations, ObservedSeries } from '../../src/contract/observations.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { isoWeekLabel, parseIsoWeek } from '../../src/domain/week.ts';
import type { DataIndex } from '../services/data-index.ts';
import type { HiddenWeeks } from './shown-differences.ts';
import { shownIndicator } from './shown-indicators.ts';

type Withheld = BoardObservations['withheld'][number];

/** A series without the weeks that are withheld, and which those are. */
const withoutHidden = (
  series: ObservedSeries,
  hidden: ReadonlySet<number>,
  labelOf: (at: number) => string,
): { readonly series: ObservedSeries; readonly withheld: Withheld } => {
  const kept = (column: ObservedSeries['numerators']) => column.map((sum, at) => (hidden.has(at) ? null : sum));
  return {
    series: { ...series, numerators: kept(series.numerators), denominators: kept(series.denominators) },
    withheld: {
      indicator: series.indicator,
      team: series.team,
      weeks: [...hidden].toSorted((a, b) => a - b).map(labelOf),
    },
  };
};

/**
 * Figures as a display may have them, written field by field: without staff, small numbers and names, and without what
 * weeks said before they were restated. `hidden`: weeks to withhold; `naming`: texts in which a name stands.
 */
export const boardFigures = (
  index: DataIndex,
  { series: all, targets, annotations, dataVersion, teams, from, weeks }: Observations,
  { hidden, naming }: { readonly hidden: HiddenWeeks; readonly naming: ReadonlySet<string> },
): BoardObservations => {
  const first = parseIsoWeek(from) ?? 0;
  const indicators = new Map(all.map(({ indicator: id }) => [id, shownIndicator(index, id)]));
  const shown = (id: string): Indicator | null => indicators.get(id) ?? null;
  const parts = all.flatMap((one) => {
    const indicator = shown(one.indicator);
    const weeksOf = hidden.get(one);
    /* A series of which nobody has said what is to be withheld is not shown. */
    return indicator === null || weeksOf === undefined
      ? []
      : [withoutHidden(one, weeksOf, (at) => isoWeekLabel(first + at))];
  });
  const withheld = parts.map((part) => part.withheld).filter((one) => one.weeks.length > 0);
  return {
    ...{ dataVersion, teams, from, weeks },
    series: parts.map((part) => part.series),
    targets: targets
      .filter(({ indicator }) => shownIndicator(index, indicator) !== null)
      .map(({ indicator, team, from: since, to, value }) => ({
        ...{ indicator, team, from: since, value },
        ...(to === undefined ? {} : { to }),
      })),
    annotations: annotations
      .filter(
        ({ indicator, text }) => !naming.has(text) && (indicator === null || shownIndicator(index, indicator) !== null),
      )
      .map(({ id, date, week, text, indicator, team, kind }) => ({ id, date, week, text, indicator, team, kind })),
    withheld,
  };
};
