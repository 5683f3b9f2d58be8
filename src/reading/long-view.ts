import type { Observations } from '../contract/observations.ts';
import type { Analysis } from '../domain/analysis-types.ts';
import { analyseSeries } from '../domain/analysis.ts';
import type { Scorecard } from './read-scorecard.ts';
import { readScope } from './scope.ts';

/**
 * The same view of one indicator with the weeks before the page's own answer. Figure, status, limits and signals of the
 * weeks that the answer holds stay exactly those that every other page shows: limits are locked to the first weeks of
 * what is read, so reading more would move them. What lies before gets segments of its own.
 */
export function withLongHistory(card: Scorecard, id: string, answer: Observations): Scorecard {
  const long = readScope(answer, card.indicators, card.today);
  const reading = card.reading(id);
  const series = long.series.get(id) ?? [];
  const { targets, annotations, restatements } = long;
  const scope = { ...card.scope, targets, annotations, restatements };
  const first = reading?.kind === 'read' ? reading.series[0] : undefined;
  if (reading?.kind !== 'read' || first === undefined || series.length === 0 || long.from >= first.week) return card;
  const before = series.filter((point) => point.week < first.week);
  const older = analyseSeries({
    indicator: reading.indicator,
    series: before,
    changes: annotations
      .filter(
        (each) =>
          each.kind === 'change' &&
          (each.indicator === null || each.indicator === id) &&
          (each.team === null || card.lineage.includes(each.team)),
      )
      .map((each) => each.week),
    profile: card.catalogue.organisation.ruleProfile,
  });
  const longer = {
    ...reading,
    series: [...before, ...reading.series],
    measure: { ...reading.measure, analysis: joined(older, reading.measure.analysis) },
  };
  return { ...card, scope, reading: (asked) => (asked === id ? longer : card.reading(asked)) };
}

/** Two analyses of neighbouring weeks as one. */
function joined(older: Analysis, newer: Analysis): Analysis {
  if (older.values.length === 0) return newer;
  return {
    from: older.from,
    values: [...older.values, ...newer.values],
    limits: [...older.limits, ...newer.limits],
    labels: [...older.labels, ...newer.labels],
    signals: [...older.signals, ...newer.signals],
    segments: [...older.segments, ...newer.segments],
  };
}
