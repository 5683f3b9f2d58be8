import type { TrendModel, TrendPoint } from '../../src/charts/trend-model.ts';
import { weekOfIsoParts } from '../../src/domain/week.ts';

export const FIRST_WEEK = weekOfIsoParts(2025, 47) ?? 0;

/** A week of a model under test: its value, null for a gap, `hollow` for a week that is not counted yet. */
export type GivenWeek =
  | number
  | null
  | { readonly hollow: number }
  | { readonly value: number; readonly signal: 'improving' | 'concerning' | 'neutral' };

export function point(given: GivenWeek, week: number): TrendPoint {
  if (given === null) return { kind: 'gap', week, reason: 'No import' };
  if (typeof given === 'number') return solid(week, given, null);
  if ('hollow' in given)
    return { kind: 'hollow', week, value: given.hollow, signal: null, readOut: [`${given.hollow} %`, 'Week so far'] };
  return solid(week, given.value, given.signal);
}

function solid(week: number, value: number, signal: 'improving' | 'concerning' | 'neutral' | null): TrendPoint {
  return { kind: 'solid', week, value, signal, readOut: [`${value} %`, 'n 1,000'] };
}

const NO_LABELS: TrendModel['labels'] = {
  upper: null,
  lower: null,
  mean: null,
  target: null,
  previousYear: null,
  forecast: null,
  actual: null,
};

/** A model of given weeks from `FIRST_WEEK` on, with nothing else unless told. */
export function trendModel(given: readonly GivenWeek[], rest: Partial<TrendModel> = {}): TrendModel {
  return {
    indicator: 'on-time',
    title: 'On time',
    sentence: 'On time was 91.4 % in week 46, 3.6 pp below target.',
    points: given.map((week, k) => point(week, FIRST_WEEK + k)),
    limits: [],
    targets: [],
    previousYear: null,
    forecast: [],
    annotations: [],
    formatTick: (value) => String(Number(value.toFixed(2))),
    ...rest,
    labels: { ...NO_LABELS, ...rest.labels },
  };
}

/** A wave that looks like a measure, the same at each call. */
export function wave(count: number, around: number, height: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, k) => Math.round((around + height * Math.sin(k * 1.7) * Math.cos(k * 0.6)) * 100) / 100,
  );
}

/** A year with everything that a trend can carry. */
export function fullModel(): TrendModel {
  const values = wave(52, 93, 1.2);
  const given: GivenWeek[] = values.map((value, k) =>
    k === 20 ? null : k >= 44 ? { value: 91.8 - (k - 44) * 0.1, signal: 'concerning' } : value,
  );
  const last = FIRST_WEEK + 51;
  return trendModel([...given, { hollow: 92.2 }], {
    limits: [
      { from: FIRST_WEEK - 10, to: FIRST_WEEK + 25, mean: 93, lower: 91.2, upper: 94.8 },
      { from: FIRST_WEEK + 26, to: last + 1, mean: 92.8, lower: 91.4, upper: 94.2 },
    ],
    targets: [
      { from: FIRST_WEEK - 40, to: FIRST_WEEK + 5, value: 94 },
      { from: FIRST_WEEK + 6, to: last + 20, value: 95 },
    ],
    previousYear: wave(53, 92.5, 1),
    forecast: Array.from({ length: 6 }, (_, k) => ({
      week: last + 1 + k,
      p10: 90.6 - k * 0.1,
      p25: 91 - k * 0.05,
      p50: 91.2,
      p75: 91.5 + k * 0.05,
      p90: 91.9 + k * 0.1,
    })),
    annotations: [
      { week: FIRST_WEEK + 12, text: 'New carrier, 16 Feb' },
      { week: FIRST_WEEK + 40, text: 'Cut-off 15:00, 31 Aug' },
    ],
    labels: {
      upper: 'Upper limit 94.2',
      lower: 'Lower limit 91.4',
      mean: 'Mean 92.8',
      target: 'Target 95 %',
      previousYear: 'Last year',
      forecast: 'Forecast 91.2',
      actual: null,
    },
  });
}
