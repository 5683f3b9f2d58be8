import type { RouteModel } from '../../src/charts/route-types.ts';
import { plannedAt } from '../../src/domain/goal.ts';
import { parseIsoWeek, sundayOf } from '../../src/domain/week.ts';

/** Week 46 of 2026. */
export const NOW = parseIsoWeek('2026-W46') ?? 0;
const START = NOW - 23;
const DUE = NOW + 11;

const TRAVELLED = [
  90.6, 90.9, 90.5, 91.2, 91, 91.6, 91.3, 91.1, 91.8, 91.5, 92, 91.7, 92.3, 92, 92.4, 92.1, 92, 92.6, 92.3, 92.9, 92.6,
  92.5, 93, 93.1,
];

/** The route of the picture: in full, from 90.6 % in week 23 to 95 % in week 4, 0.5 pp behind. */
export function builtRoute(change: Partial<RouteModel> = {}): RouteModel {
  const goal = { baseline: { week: START, value: 90.6 }, target: 95, due: sundayOf(DUE), milestones: [] };
  const gain = 0.11;
  return {
    indicator: 'in-full',
    title: 'In full, Depot North: route to the goal',
    sentence: 'In full arrives six weeks late.',
    locale: 'en-GB',
    from: START,
    to: NOW + 30,
    better: 'higher',
    least: 0,
    most: 100,
    travelled: TRAVELLED.map((value, k) => ({ week: START + k, value, why: null })),
    plan: [goal.baseline, { week: DUE, value: 95 }],
    milestones: [],
    start: { ...goal.baseline, text: 'Start 90.6 %, 7 Jun' },
    goal: { value: 95, text: 'Goal at least 95 %', week: DUE, dateText: 'Goal date 31 Jan' },
    now: {
      week: NOW,
      value: 93.1,
      text: '93.1 %, week 46',
      note: '0.5 pp behind',
      planned: plannedAt(goal, NOW),
      status: 'watch',
    },
    pace: gain,
    forecast: Array.from({ length: 25 }, (_, k) => {
      const middle = 93.1 + gain * (k + 1);
      const spread = 0.02 * (k + 1);
      return {
        week: NOW + 1 + k,
        p10: middle - 1.6 * spread,
        p25: middle - spread,
        p50: middle,
        p75: middle + spread,
        p90: middle + 1.6 * spread,
      };
    }),
    arrival: {
      week: NOW + 17,
      from: NOW + 12,
      to: NOW + 25,
      text: 'Arrives 14 Mar 2027',
      note: '7 Feb to 9 May, 8 in 10',
    },
    annotations: [],
    plannedAt: (week) => plannedAt(goal, week),
    formatValue: (value) => `${value.toFixed(1)} %`,
    formatTick: (value) => String(value),
    againstPlan: (value, planned) =>
      `${Math.abs(value - planned).toFixed(1)} pp ${value < planned ? 'behind' : 'ahead'}`,
    ...change,
  };
}

/** The same turned upside down: lower is better. */
export function builtFalling(): RouteModel {
  const up = builtRoute();
  const turn = (value: number): number => 185.6 - value;
  return {
    ...up,
    better: 'lower',
    travelled: up.travelled.map((week) => ({ ...week, value: week.value === null ? null : turn(week.value) })),
    plan: up.plan.map((point) => ({ ...point, value: turn(point.value) })),
    start: up.start === null ? null : { ...up.start, value: turn(up.start.value) },
    goal: { ...up.goal, value: turn(95) },
    now: up.now === null ? null : { ...up.now, value: turn(93.1), planned: turn(up.now.planned ?? 0) },
    pace: -0.11,
    forecast: up.forecast.map(({ week, p10, p25, p50, p75, p90 }) => ({
      week,
      p10: turn(p90),
      p25: turn(p75),
      p50: turn(p50),
      p75: turn(p25),
      p90: turn(p10),
    })),
    plannedAt: (week) => {
      const planned = up.plannedAt(week);
      return planned === null ? null : turn(planned);
    },
  };
}
