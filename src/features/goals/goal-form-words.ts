import type { GoalWords } from '../../contract/goals.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { PACE_WEEKS } from '../../domain/route.ts';
import { isoWeekParts, parseIsoDate, parseIsoWeek, weekOfDay } from '../../domain/week.ts';
import { dateAndYear, gainWords } from '../../reading/goal-words.ts';
import type { GoalField } from '../../state/goal-drafts.ts';

/** What each field is called, in the form and in the history. */
export const FIELD_NAMES: Readonly<Record<GoalField, string>> = {
  indicator: 'Indicator',
  baseline: 'Baseline',
  target: 'Target',
  due: 'Date',
  from: 'In force from',
  owner: 'Owner',
  milestones: 'Milestones',
};

/**
 * "From 90.6 % to at least 95 % in 34 weeks: +0.13 pp a week; the last 12 weeks moved by +0.11 pp a week."; null until all
 * of it stands. `now`: the pace of those weeks, where it is known.
 */
export function paceLine(
  { baseline, target, due }: GoalWords,
  indicator: Indicator | null,
  now: number | null,
  formats: Formats,
): string | null {
  const start = baseline === null ? null : parseIsoWeek(baseline.week);
  const day = due === null ? null : parseIsoDate(due);
  if (indicator === null || baseline === null || start === null || target === null || day === null) return null;
  const weeks = weekOfDay(day) - start;
  if (weeks < 1) return null;
  const gain = gainWords(indicator, (target - baseline.value) / weeks, formats);
  const from = formats.figure(indicator, baseline.value);
  const sofar =
    now === null ? '' : `; the last ${PACE_WEEKS} weeks moved by ${gainWords(indicator, now, formats)} a week`;
  return `From ${from} to ${formats.target(indicator, target)} in ${weeks === 1 ? '1 week' : `${weeks} weeks`}: ${gain} a week${sofar}.`;
}

/** What has to be watched beside it, so that the goal is not reached at its cost; null where nothing is named. */
export function besideLine(indicator: Indicator, indicators: ReadonlyMap<string, Indicator>): string | null {
  const names = indicator.pairedWith.flatMap((id) => indicators.get(id)?.name ?? []);
  if (names.length === 0) return null;
  const list = names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `Read beside it: ${list}, so that the goal is not reached at their cost.`;
}

/** What a field says, in words; of an indicator that nobody knows the bare number. */
export function fieldText(field: GoalField, words: GoalWords, indicator: Indicator | null, formats: Formats): string {
  const figure = (value: number): string => (indicator === null ? String(value) : formats.figure(indicator, value));
  const point = ({ week, value }: { readonly week: string; readonly value: number }): string =>
    `${figure(value)} in ${weekAndYear(week)}`;
  switch (field) {
    case 'indicator':
      return indicator?.name ?? words.indicator;
    case 'baseline':
      return words.baseline === null ? 'none' : point(words.baseline);
    case 'target':
      if (words.target === null) return 'none';
      return indicator === null ? String(words.target) : formats.target(indicator, words.target);
    case 'due': {
      const day = words.due === null ? null : parseIsoDate(words.due);
      return day === null ? 'none' : dateAndYear(day, formats);
    }
    case 'from':
      return words.from === null ? 'none' : weekAndYear(words.from);
    case 'owner':
      return words.owner ?? 'nobody';
    case 'milestones':
      return words.milestones.length === 0 ? 'none' : words.milestones.map(point).join(', ');
  }
}

/** `week 46 of 2026`. */
export function weekAndYear(label: string): string {
  const week = parseIsoWeek(label);
  if (week === null) return label;
  const parts = isoWeekParts(week);
  return `week ${parts.week} of ${parts.year}`;
}
