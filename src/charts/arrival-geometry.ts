import type { WeekNumber } from '../domain/week.ts';
import { monthName, monthOfWeek } from './chart-dates.ts';
import { rounded } from './paths.ts';
import { namedEvery, WEEKS_IN_MONTH } from './trend-axis.ts';

/** The weeks that all goals of a page share; both inclusive. */
export type ArrivalSpan = { readonly from: WeekNumber; readonly to: WeekNumber };

/** When a goal is due and when it will be reached. */
export type ArrivalModel = {
  readonly due: WeekNumber;
  readonly arrival:
    /** Still being simulated, or nothing to simulate: the goal's date stands alone. */
    | { readonly kind: 'unknown' }
    /** `to` null: the late end of the range lies beyond what is simulated. */
    | { readonly kind: 'arrives'; readonly week: WeekNumber; readonly from: WeekNumber; readonly to: WeekNumber | null }
    /** Nothing of it lies in sight. `away`: it moves away from the goal. */
    | { readonly kind: 'none'; readonly away: boolean };
};

export type ArrivalGeometry = {
  readonly width: number;
  readonly height: number;
  readonly grid: string;
  readonly axis: string;
  /** null where the goal's date lies outside the axis. */
  readonly goalTick: string | null;
  readonly bar: string | null;
  readonly ends: string | null;
  readonly dot: { readonly x: number; readonly y: number } | null;
  /** An arrow at the right end: no arrival, or one beyond the axis. */
  readonly arrow: { readonly d: string; readonly look: 'away' | 'none' | 'beyond' } | null;
};

export type MonthText = { readonly x: number; readonly text: string };

/** design.md, section 4: 320 x 40. */
export const ARRIVAL_HEIGHT = 40;
const LEFT = 6;
const RIGHT = 8;
const MIDDLE = 20;
/** Room after the last goal's date, in which a late arrival still is seen. */
const AFTER_DUE = 11;
const LEAST = 26;
/** Two years, as far as is simulated. */
const MOST = 104;

/** Known before anything is simulated, so that nothing moves when arrivals come in. */
export function arrivalSpan(week: WeekNumber, dues: readonly WeekNumber[]): ArrivalSpan {
  const ahead = Math.max(LEAST, ...dues.map((due) => due - week + AFTER_DUE));
  return { from: week, to: week + Math.min(MOST, ahead) };
}

function scale(span: ArrivalSpan, width: number): (week: number) => number {
  const room = Math.max(1, width - RIGHT - LEFT);
  return (week) => LEFT + ((week - span.from) / Math.max(1, span.to - span.from)) * room;
}

/** Weeks in which a month begins, with what is written there. */
function monthsOf(span: ArrivalSpan): readonly WeekNumber[] {
  const weeks: WeekNumber[] = [];
  for (let week = span.from + 1; week <= span.to; week++)
    if (monthOfWeek(week).month !== monthOfWeek(week - 1).month) weeks.push(week);
  return weeks;
}

/** Month names of the shared axis; where they have no room each, every second, third … from January. */
export function arrivalMonths(span: ArrivalSpan, width: number, locale: string): readonly MonthText[] {
  const x = scale(span, width);
  const every = namedEvery((x(span.from + 1) - x(span.from)) * WEEKS_IN_MONTH);
  return monthsOf(span)
    .map((week) => ({ week, month: monthOfWeek(week).month }))
    .filter(({ month }) => (month - 1) % every === 0)
    .map(({ week, month }) => ({ x: rounded(x(week - 0.5) + 2), text: monthName(month, locale) }))
    .filter(({ x: at }) => at < width - 14);
}

/** Tick = goal date, dot = projected, bar with ends = 8 in 10; an arrow where there is no arrival. */
export function arrivalGeometry({ due, arrival }: ArrivalModel, span: ArrivalSpan, width: number): ArrivalGeometry {
  const x = scale(span, width);
  const isSeen = (week: number): boolean => week >= span.from && week <= span.to;
  const end = rounded(x(span.to));
  const plain = {
    width,
    height: ARRIVAL_HEIGHT,
    grid: monthsOf(span)
      .map((week) => `M${rounded(x(week - 0.5))} 0V${ARRIVAL_HEIGHT}`)
      .join(''),
    axis: `M${LEFT} ${MIDDLE}H${width}`,
    goalTick: isSeen(due) ? `M${rounded(x(due))} ${MIDDLE - 9}V${MIDDLE + 9}` : null,
    bar: null,
    ends: null,
    dot: null,
    arrow: null,
  };
  switch (arrival.kind) {
    case 'unknown':
      return plain;
    case 'none':
      return {
        ...plain,
        arrow: { d: `M${width - 60} ${MIDDLE}h48m-7 -6l7 6l-7 6`, look: arrival.away ? 'away' : 'none' },
      };
    case 'arrives': {
      const from = Math.max(span.from, arrival.from);
      const to = Math.min(span.to, arrival.to ?? span.to);
      const open = arrival.to === null || arrival.to > span.to;
      if (from > span.to) return { ...plain, arrow: { d: beyond(width), look: 'beyond' } };
      const left = rounded(x(from));
      const right = open ? end : rounded(x(to));
      const tick = (at: number): string => `M${at} ${MIDDLE - 5}V${MIDDLE + 5}`;
      return {
        ...plain,
        bar: `M${left} ${MIDDLE}H${right}`,
        ends: tick(left) + (open ? '' : tick(right)),
        dot: isSeen(arrival.week) ? { x: rounded(x(arrival.week)), y: MIDDLE } : null,
        arrow: open ? { d: beyond(width), look: 'beyond' } : null,
      };
    }
  }
}

/** The head of an arrow at the end of the axis: it goes on after it. */
function beyond(width: number): string {
  return `M${width - 7} ${MIDDLE - 5}l6 5l-6 5`;
}
