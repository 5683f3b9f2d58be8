import type { ArrivalSpan } from '../charts/arrival-geometry.ts';
import type { RouteModel, RouteStatus, RouteWeek } from '../charts/route-types.ts';
import type { Formats } from '../domain/format.ts';
import { dueWeek, plannedAt, plannedPoints } from '../domain/goal.ts';
import { possibleRange } from '../domain/possible-range.ts';
import type { RouteSoFar } from '../domain/route-types.ts';
import { routeSentence } from '../domain/route-sentence.ts';
import { pointAt, type SeriesPoint } from '../domain/series.ts';
import type { JudgedStatus } from '../domain/status.ts';
import { sundayOf, type WeekNumber } from '../domain/week.ts';
import type { GoalAhead } from './goal-ahead.ts';
import type { GoalRoute } from './goal-route.ts';
import { aheadWords, dateAndYear } from './goal-words.ts';
import type { Scorecard } from './read-scorecard.ts';

type ReadRoute = Extract<GoalRoute, { kind: 'read' }>;

/** A goal that was set last week still shows how it went before; an old one not more than two years. */
const LEAST_BACK = 12;
const MOST_BACK = 104;

const STATUS: Readonly<Record<JudgedStatus, RouteStatus>> = {
  'on-target': 'on',
  watch: 'watch',
  act: 'act',
  'no-target': 'none',
  'not-enough-data': 'none',
};

/** The chart of a goal in focus. `ahead` null: its forecast is still simulated. */
export function routeModel(
  card: Scorecard,
  route: ReadRoute,
  ahead: GoalAhead | null,
  wish: { readonly span: ArrivalSpan; readonly scopeName: string },
  formats: Formats,
): RouteModel {
  const { input, soFar, indicator } = route;
  const { goal, week } = input;
  const { baseline, target } = goal;
  const figure = (value: number): string => formats.figure(indicator, value);
  const usual = Math.max(week - MOST_BACK, Math.min(baseline?.week ?? week, week - LEAST_BACK));
  // However old the newest figure is, the way to it is drawn: an empty chart would hide that it is old.
  const from = Math.min(usual, (soFar.now?.week ?? week) - LEAST_BACK);
  const possible = possibleRange(indicator);
  const better = indicator.better === 'lower' ? 'lower' : 'higher';
  return {
    indicator: indicator.id,
    title: `${indicator.name}, ${wish.scopeName}: route to the goal`,
    sentence:
      ahead === null
        ? `${indicator.name}: the forecast is being simulated.`
        : routeSentence(ahead.verdict, soFar, ahead.forecast, formats),
    locale: formats.locale,
    from,
    to: Math.max(wish.span.to, dueWeek(goal)),
    better,
    least: possible.least ?? -Infinity,
    most: possible.most ?? Infinity,
    travelled: travelledOf(route, from, soFar.now?.week ?? week, formats),
    plan: plannedPoints(goal) ?? [],
    milestones: goal.milestones.map((milestone) => ({ ...milestone, text: `Milestone ${figure(milestone.value)}` })),
    start:
      baseline === null
        ? null
        : { ...baseline, text: `Start ${figure(baseline.value)}, ${formats.shortDay(sundayOf(baseline.week))}` },
    goal: {
      value: target,
      text: `Goal ${formats.target(indicator, target)}`,
      week: dueWeek(goal),
      dateText: `Goal date ${formats.shortDay(goal.due)}`,
    },
    now: nowOf(soFar, formats),
    pace: soFar.pace,
    forecast: ahead?.forecast.kind === 'given' ? ahead.forecast.weeks : [],
    arrival: arrivalOf(ahead, formats),
    annotations: card.scope.annotations
      .filter(
        (each) =>
          each.week >= from &&
          each.week <= week &&
          (each.indicator === null || each.indicator === indicator.id) &&
          (each.team === null || card.lineage.includes(each.team)),
      )
      .map((each) => ({ week: each.week, text: `${each.text}, ${formats.shortDay(each.day)}` })),
    plannedAt: (at) => plannedAt(goal, at),
    formatValue: figure,
    formatTick: (value) => formats.number(value, Number.isInteger(value) ? 0 : indicator.decimals),
    againstPlan: (value, planned) =>
      aheadWords(indicator, better === 'higher' ? value - planned : planned - value, formats),
  };
}

function travelledOf(
  { reading, input, indicator }: ReadRoute,
  from: WeekNumber,
  to: WeekNumber,
  formats: Formats,
): readonly RouteWeek[] {
  const { analysis } = input;
  const first = Math.max(from, analysis.from);
  return Array.from({ length: Math.max(0, to - first + 1) }, (_, index): RouteWeek => {
    const week = first + index;
    const value = analysis.values[week - analysis.from] ?? null;
    return {
      week,
      value,
      why: value === null ? whyNot(pointAt(reading.series, week), indicator.countedIn, formats) : null,
    };
  });
}

function whyNot(point: SeriesPoint | null, countedIn: string, formats: Formats): string {
  if (point === null || point.kind === 'gap') return 'No data';
  if (point.kind === 'current' || point.kind === 'immature') return 'Not counted yet';
  return `Too few to show: ${formats.count(point.denominator)} ${countedIn === '' ? 'cases' : countedIn}`;
}

function nowOf({ now, planned, ahead, status, indicator }: RouteSoFar, formats: Formats): RouteModel['now'] {
  if (now === null) return null;
  return {
    week: now.week,
    value: now.value,
    text: `${formats.figure(indicator, now.value)}, ${formats.weekName(now.week)}`,
    note: ahead === null ? '' : aheadWords(indicator, ahead, formats),
    planned,
    status: STATUS[status],
  };
}

function arrivalOf(ahead: GoalAhead | null, formats: Formats): RouteModel['arrival'] {
  if (ahead?.arrival.kind !== 'arrives') return null;
  const { week, from, to } = ahead.arrival;
  const day = (at: WeekNumber): string => formats.shortDay(sundayOf(at));
  return {
    week,
    from,
    to,
    text: `Arrives ${dateAndYear(sundayOf(week), formats)}`,
    note: to === null ? `8 in 10 after ${day(from)}` : `${day(from)} to ${day(to)}, 8 in 10`,
  };
}
