import type { SixTwelveModel, SixTwelvePoint } from '../../src/charts/six-twelve-types.ts';

/** A point of a model under test: its value, null for none, `soFar` for one that is not complete yet. */
export type GivenPoint =
  number | null | { readonly soFar: number } | { readonly value: number; readonly signal: 'concerning' };

function figureOf(given: GivenPoint): SixTwelvePoint['figure'] {
  if (given === null) return { kind: 'none', reason: 'Week 14 has no data' };
  const value = typeof given === 'number' ? given : 'soFar' in given ? given.soFar : given.value;
  const signal = typeof given === 'object' && 'signal' in given ? given.signal : null;
  return {
    kind: typeof given === 'object' && 'soFar' in given ? 'hollow' : 'solid',
    value,
    label: value.toFixed(1),
    text: `${value.toFixed(1)} %`,
    signal,
    signalText: signal === null ? null : 'Concerning: below the lower limit',
  };
}

const MONTHS = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];

/** Weeks 41 to 46 of 2026 and the twelve months to November, with a target that changes in January. */
export function sixTwelveModel(
  weeks: readonly GivenPoint[],
  months: readonly GivenPoint[],
  rest: Partial<SixTwelveModel> = {},
): SixTwelveModel {
  const lastYear = { value: 93.5, text: '93.5 %' };
  return {
    indicator: 'on-time',
    title: 'On time',
    sentence: 'On time: 91.4 % in week 46.',
    weeks: weeks.map((given, k) => ({
      id: `w${k}`,
      name: String(41 + k),
      year: 2026,
      title: `Week ${41 + k}`,
      figure: figureOf(given),
      lastYear,
      target: { value: 95, text: '95 %' },
      gap: '−3.6 pp',
      notes: ['2,942 of 3,218 orders'],
    })),
    months: months.map((given, k) => ({
      id: `m${k}`,
      name: MONTHS[k] ?? '',
      year: k === 0 ? 2025 : 2026,
      title: `${MONTHS[k] ?? ''} ${k === 0 ? 2025 : 2026}`,
      figure: figureOf(given),
      lastYear,
      target: { value: k === 0 ? 94 : 95, text: '95 %' },
      gap: null,
      notes: [],
    })),
    limits: [{ from: 0, to: 5, mean: 93.4, lower: 92, upper: 94.9 }],
    labels: { target: 'Target 95 %', lastYear: 'Last year', soFar: 'Nov so far' },
    formatTick: (value) => String(value),
    formatValue: (value) => value.toFixed(1),
    ...rest,
  };
}

export const WEEKS: readonly GivenPoint[] = [92.5, 92, 91.9, 92.2, 91.8, { value: 91.4, signal: 'concerning' }];
export const YEAR: readonly GivenPoint[] = [
  93.3,
  93.3,
  93.1,
  93.1,
  93.7,
  93.6,
  93.5,
  93.4,
  93.3,
  92.7,
  92.2,
  { soFar: 91.6 },
];
