import type { Breakdown } from '../contract/breakdown.ts';
import type { Component } from '../contract/improvements.ts';
import type { Formats } from '../domain/format.ts';
import { isoWeekParts, parseIsoWeek } from '../domain/week.ts';
import { capital } from '../domain/words.ts';
import { COMPONENT_WORDS } from './components.ts';

/** A bar of a Pareto list. `cut`: the rule at two thirds stands under it. */
export type ParetoBar = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly countText: string;
  readonly shareText: string;
  readonly look: 'plain' | 'soft';
  readonly cut: boolean;
};

/** Five causes and a folded tail, or six causes: as long as the list of components beside it. */
const MOST = 6;
const RULE = 2 / 3;
const NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** `weeks 41 to 46`; `week 46` for a figure of one week alone. */
export function breakdownWeeks({ from, week }: Pick<Breakdown, 'from' | 'week'>): string {
  const [first, last] = [parseIsoWeek(from) ?? 0, parseIsoWeek(week) ?? 0];
  const number = (at: number): number => isoWeekParts(at).week;
  return first === last ? `week ${number(last)}` : `weeks ${number(first)} to ${number(last)}`;
}

/** `212 short orders`; the words are plural, so a single one is `1 case: late lines`. */
export function casesText({ cases, casesWords }: Pick<Breakdown, 'cases' | 'casesWords'>, formats: Formats): string {
  if (cases === 1) return `1 case: ${casesWords}`;
  return `${formats.count(cases)} ${casesWords}`;
}

/** First causes, most frequent first, with the share that each and those above it make up. */
export function causePareto({ cases, causes }: Breakdown, formats: Formats): readonly ParetoBar[] {
  const tail = causes.length > MOST ? causes.slice(MOST - 1) : [];
  const named = tail.length === 0 ? causes : causes.slice(0, MOST - 1);
  const rows = [
    ...named.map(({ cause, name, count }) => ({
      id: cause ?? 'none',
      label: name,
      count,
      look: cause === null ? ('soft' as const) : ('plain' as const),
    })),
    ...(tail.length === 0
      ? []
      : [
          {
            id: 'others',
            label: `${NUMBERS[tail.length - 2] ?? formats.count(tail.length)} other causes`,
            count: tail.reduce((sum, { count }) => sum + count, 0),
            look: 'soft' as const,
          },
        ]),
  ];
  let sum = 0;
  const shares = rows.map(({ count }) => (cases > 0 ? (sum += count) / cases : 0));
  // Under the last one that stays below two thirds; a first cause that alone makes up more stands over the rule.
  const under = Math.max(
    0,
    shares.findLastIndex((share) => share <= RULE),
  );
  return rows.map((row, index) => ({
    ...row,
    countText: formats.count(row.count),
    shareText: cases > 0 ? formats.percent((shares[index] ?? 0) * 100, 0) : '',
    cut: index === under && index < rows.length - 1,
  }));
}

/** The same cases by where their cause has to be removed, each with its own share. */
export function componentBars({ cases, components }: Breakdown, formats: Formats): readonly ParetoBar[] {
  return components.map(({ component, count }) => ({
    id: component ?? 'none',
    label: component === null ? 'Not known' : COMPONENT_WORDS[component].name,
    count,
    countText: formats.count(count),
    shareText: cases > 0 ? formats.percent((count / cases) * 100, 0) : '',
    look: component === null ? ('soft' as const) : ('plain' as const),
    cut: false,
  }));
}

/**
 * "Systems and procedures cause 64 % of short orders; 2 of 3 open actions on this goal work there." `actions`: the
 * components that the open actions of the goal work on, null for one that names none. null: no component is known.
 */
export function componentSentence(
  { cases, casesWords, components }: Breakdown,
  actions: ReadonlyArray<Component | null>,
  formats: Formats,
): string | null {
  const known = components.flatMap(({ component, count }) => (component === null ? [] : [{ component, count }]));
  const top = known.slice(0, 2);
  if (top.length === 0 || cases === 0) return null;
  const who = capital(top.map(({ component }) => COMPONENT_WORDS[component].short).join(' and '));
  const share = formats.percent((top.reduce((sum, { count }) => sum + count, 0) / cases) * 100, 0);
  const [first] = top;
  const verb = top.length === 1 && first?.component !== 'people' && !who.endsWith('s') ? 'causes' : 'cause';
  const there = actions.filter((component) => top.some((each) => each.component === component)).length;
  const working =
    actions.length === 0
      ? 'no open action on this goal yet'
      : `${formats.count(there)} of ${formats.count(actions.length)} open ${actions.length === 1 ? 'action' : 'actions'} on this goal ${there === 1 ? 'works' : 'work'} there`;
  return `${who} ${verb} ${share} of ${casesWords}; ${working}.`;
}
