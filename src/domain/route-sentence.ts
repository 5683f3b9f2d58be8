import type { Indicator } from './catalogue-types.ts';
import type { Formats } from './format.ts';
import { dueWeek } from './goal.ts';
import { towards } from './route.ts';
import type { Arrival, RouteForecast, RouteSoFar, RouteVerdict } from './route-types.ts';
import { dateOfDay, sundayOf, type DayNumber, type WeekNumber } from './week.ts';

/** From so many weeks in a row on the target is called held. */
const HOLDING_FROM = 4;

/** `14 Mar 2027`: an arrival may lie years away. */
function dateAndYear(day: DayNumber, formats: Formats): string {
  return `${formats.shortDay(day)} ${dateOfDay(day).year}`;
}

function weeksWords(count: number): string {
  return count === 1 ? '1 week' : `${count} weeks`;
}

/** `6 weeks late`, `14 weeks early`, `in time`. */
function lateWords(late: number): string {
  if (late === 0) return 'in time';
  return late > 0 ? `${weeksWords(late)} late` : `${weeksWords(-late)} early`;
}

function rangeWords({ from, to }: Extract<Arrival, { kind: 'arrives' }>, formats: Formats): string {
  const day = (week: WeekNumber): string => formats.shortDay(sundayOf(week));
  return to === null ? `range from ${day(from)} on` : `range ${day(from)} to ${day(to)}`;
}

function thereWords(weeks: number): string {
  return weeks >= HOLDING_FROM ? `holding for ${weeksWords(weeks)}` : `at the goal for ${weeksWords(weeks)}`;
}

/** The projected arrival in a row: what, and how sure. */
export function arrivalWords(verdict: RouteVerdict, formats: Formats): { readonly main: string; readonly sub: string } {
  switch (verdict.kind) {
    case 'no-figure':
      return { main: 'No figure yet', sub: 'nothing to go by' };
    case 'no-start':
      return { main: 'No start known', sub: 'say where the goal starts' };
    case 'there':
      return { main: 'There already', sub: thereWords(verdict.weeks) };
    case 'too-few':
      return { main: 'Too few weeks', sub: `to say before ${dateAndYear(sundayOf(verdict.possibleFrom), formats)}` };
    case 'not-without-change':
      return { main: 'No arrival', sub: 'not without a change' };
    case 'away':
      return { main: 'No arrival', sub: 'moving away from the goal' };
    case 'out-of-sight':
      return { main: 'No arrival', sub: 'not within two years as it goes' };
    case 'arrives': {
      const { arrival } = verdict;
      return {
        main: dateAndYear(sundayOf(arrival.week), formats),
        sub: `${lateWords(arrival.late)}, ${rangeWords(arrival, formats)}`,
      };
    }
  }
}

/** What the chart of a route shows, in words: the newest figure against plan and goal, and where it leads. */
export function routeSentence(
  verdict: RouteVerdict,
  soFar: RouteSoFar,
  forecast: RouteForecast,
  formats: Formats,
): string {
  const { goal, indicator } = soFar;
  const sentences = [
    nowSentence(soFar, formats),
    passedSentence(verdict, soFar, formats),
    verdictSentence(verdict, formats),
    verdict.kind === 'there' ? '' : chanceSentence(forecast, formats.shortDay(goal.due), formats),
  ];
  const text = sentences.filter((sentence) => sentence !== '').join(' ');
  return text === '' ? `${indicator.name}: nothing to say yet.` : text;
}

function nowSentence({ now, planned, ahead, goal, indicator }: RouteSoFar, formats: Formats): string {
  if (now === null) return `${indicator.name}: no figure yet.`;
  const plan = planned === null || ahead === null ? '' : `, ${planWords(indicator, ahead, formats)}`;
  return `${indicator.name}: ${formats.figure(indicator, now.value)} in ${formats.weekName(now.week)}${plan}; the goal is ${formats.target(indicator, goal.target)} by ${dateAndYear(goal.due, formats)}.`;
}

/** `0.5 pp behind the plan`, `on the plan`. */
function planWords(indicator: Indicator, ahead: number, formats: Formats): string {
  const size = unsigned(indicator, ahead, formats, 0);
  if (size === unsigned(indicator, 0, formats, 0)) return 'on the plan';
  return `${size} ${ahead > 0 ? 'ahead of' : 'behind'} the plan`;
}

function passedSentence(verdict: RouteVerdict, { now, goal, indicator }: RouteSoFar, formats: Formats): string {
  if (now === null || verdict.kind === 'there' || now.week <= dueWeek(goal)) return '';
  const short = unsigned(indicator, goal.target - now.value, formats, 0);
  return `The date, ${formats.shortDay(goal.due)}, has passed ${weeksWords(now.week - dueWeek(goal))} ago, ${short} short.`;
}

function verdictSentence(verdict: RouteVerdict, formats: Formats): string {
  switch (verdict.kind) {
    case 'no-figure':
      return '';
    case 'no-start':
      return 'It says not where it starts, so no way can be drawn.';
    case 'there':
      return `It is there already, ${thereWords(verdict.weeks)}.`;
    case 'too-few':
      return `Too few weeks to say before ${dateAndYear(sundayOf(verdict.possibleFrom), formats)}.`;
    case 'not-without-change':
      return 'This process will not get there without a change.';
    case 'away':
      return 'It is moving away from the goal.';
    case 'out-of-sight':
      return 'As it goes it does not arrive within two years.';
    case 'arrives': {
      const { main, sub } = arrivalWords(verdict, formats);
      return `As it goes it arrives on ${main}, ${sub} (8 in 10).`;
    }
  }
}

function chanceSentence(forecast: RouteForecast, date: string, formats: Formats): string {
  if (forecast.kind === 'declined' || forecast.chance === null) return '';
  return `The chance of being at the goal on ${date} is ${chanceText(forecast.chance, formats)}.`;
}

/** `28 %`; `under 1 %` and `over 99 %`: a simulation never knows for certain. `chance` in 0..1. */
export function chanceText(chance: number, formats: Formats): string {
  if (chance < 0.01) return `under ${formats.percent(1, 0)}`;
  return chance > 0.99 ? `over ${formats.percent(99, 0)}` : formats.percent(chance * 100, 0);
}

/**
 * "To arrive on 31 Jan the weekly gain must rise from 0.11 to 0.17 pp: about 2 fewer short orders, every week, for 11
 * weeks". `casesWords`: what goes wrong, in the plural; empty where it has no name. null where nothing is needed any more.
 */
export function paceSentence(soFar: RouteSoFar, casesWords: string, formats: Formats): string | null {
  const { goal, indicator, now, pace, required } = soFar;
  if (now === null || required === null) return null;
  const need = towards(required, indicator.better);
  const weeks = dueWeek(goal) - now.week;
  const gain = unsigned(indicator, need, formats, 1);
  const begin = `To arrive on ${formats.shortDay(goal.due)}`;
  const cases = fewerWords(indicator, need, now.denominator, casesWords);
  const span = `for ${weeksWords(weeks)}`;
  if (pace === null)
    return `${begin} it must gain ${gain} a week${cases === '' ? '' : `: ${cases}, every week,`} ${span}`;
  const gained = towards(pace, indicator.better);
  if (gained >= need)
    return `The weekly gain of ${unsigned(indicator, gained, formats, 1)} is enough: ${gain} a week would do, ${span}`;
  const rest = `${gain}${cases === '' ? ',' : `: ${cases},`} every week, ${span}`;
  return gained < 0
    ? `${begin} the weekly loss of ${bare(indicator, gained, formats)} must turn into a gain of ${rest}`
    : `${begin} the weekly gain must rise from ${bare(indicator, gained, formats)} to ${rest}`;
}

/** `about 2 fewer short orders`: the gain of a week in cases of a week; only where shares of cases are counted. */
function fewerWords(indicator: Indicator, need: number, denominator: number, casesWords: string): string {
  if (casesWords === '' || indicator.countedIn === '' || indicator.unit !== 'percent') return '';
  const cases = Math.max(1, Math.round((need / 100) * denominator));
  return cases === 1 ? `about one fewer of the ${casesWords}` : `about ${cases} fewer ${casesWords}`;
}

function bare(indicator: Indicator, value: number, formats: Formats): string {
  return formats.number(Math.abs(value), indicator.decimals + 1);
}

/** A difference without its sign: `0.17 pp`. */
function unsigned(indicator: Indicator, value: number, formats: Formats, more: number): string {
  const text = formats.difference({ ...indicator, decimals: indicator.decimals + more }, Math.abs(value));
  return text.replace(/^[+±]/u, '');
}
