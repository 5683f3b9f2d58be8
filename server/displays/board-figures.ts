import type { BoardObservations } from '../../src/contract/board.ts';
import type { Observations, ObservedSeries } from '../../src/contract/observations.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';
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

/** What a week of a series is found by. */
const placeOf = (indicator: string, team: string | null, week: string): string =>
  JSON.stringify([indicator, team, week]);

/**
 * Figures as a display may have them, written field by field: without staff, small numbers and names. A restatement carries the sums of its week
 * before and so goes with a week that is withheld now, or would have been then. `hidden`: weeks to withhold; `naming`: texts in which a name stands.
 */
export const boardFigures = (
  index: DataIndex,
  { series: all, restatements, targets, annotations, dataVersion, teams, from, weeks }: Observations,
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
  const places = new Set(withheld.flatMap((one) => one.weeks.map((week) => placeOf(one.indicator, one.team, week))));
  return {
    ...{ dataVersion, teams, from, weeks },
    series: parts.map((part) => part.series),
    restatements: restatements.filter(({ indicator: id, team, week, wasDenominator }) => {
      const indicator = shown(id);
      return (
        indicator !== null &&
        !places.has(placeOf(id, team, week)) &&
        sampleSize(indicator, wasDenominator) !== 'too-few'
      );
    }),
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
