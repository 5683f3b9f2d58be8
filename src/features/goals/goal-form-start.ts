import { judgedFigure } from '../../domain/analysis.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { PACE_WEEKS, routeSoFar } from '../../domain/route.ts';
import { isoDate, mondayOf, type WeekNumber } from '../../domain/week.ts';
import type { ReadIndicator } from '../../reading/goal-route.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { PointText } from '../../state/goal-drafts.ts';

/** Where a goal may start, to be taken with one press. */
export type Start = { readonly words: string; readonly point: PointText };

/** The newest figure that counts, and the mean of the last 12 final weeks, which no single good week moves far. */
export function startsOf(card: Scorecard, indicator: Indicator, formats: Formats): readonly Start[] {
  const reading = readingOf(card, indicator);
  if (reading === null) return [];
  const start = (name: string, value: number, week: WeekNumber): Start => ({
    words: `${name}, ${formats.figure(indicator, value)}`,
    point: { value: value.toFixed(indicator.decimals), day: isoDate(mondayOf(week)) },
  });
  const { latest } = reading.measure;
  const mean = meanOf(reading);
  return [
    ...(latest === null ? [] : [start('Take the newest figure', latest.value, latest.week)]),
    ...(mean === null ? [] : [start(`Take the mean of the last ${PACE_WEEKS} weeks`, mean.value, mean.week)]),
  ];
}

/** Gain a week over the last 12 final weeks, as the route has it; null where too few of them have a figure. */
export function paceNow(card: Scorecard, indicator: Indicator): number | null {
  const reading = readingOf(card, indicator);
  if (reading === null) return null;
  const { series, measure } = reading;
  // The pace is that of the figures alone: whichever goal they are held against.
  const goal = { ...NO_GOAL, indicator: indicator.id };
  return routeSoFar({ goal, indicator, series, analysis: measure.analysis, week: measure.week }).pace;
}

const NO_GOAL = {
  id: '',
  team: null,
  baseline: null,
  target: 0,
  from: 0,
  due: 0,
  owner: null,
  milestones: [],
  endedWeek: null,
} as const;

function readingOf(card: Scorecard, indicator: Indicator): ReadIndicator | null {
  const reading = card.reading(indicator.id);
  return reading?.kind === 'read' ? reading : null;
}

/** Of figures in final weeks up to the one in view, all 12 of them. */
function meanOf({
  series,
  indicator,
  measure,
}: ReadIndicator): { readonly value: number; readonly week: WeekNumber } | null {
  const figures = series
    .filter((point) => point.kind === 'final' && point.week <= measure.week)
    .flatMap((point) => {
      const figure = point.kind === 'final' ? judgedFigure(indicator, point) : null;
      return figure === null ? [] : [{ week: point.week, value: figure.value }];
    })
    .slice(-PACE_WEEKS);
  const newest = figures.at(-1);
  if (newest === undefined || figures.length < PACE_WEEKS) return null;
  return { value: figures.reduce((sum, { value }) => sum + value, 0) / figures.length, week: newest.week };
}
