import type { Causes } from '../contract/breakdown.ts';
import type { Component, Improvement } from '../contract/improvements.ts';
import type { Minute } from '../contract/minutes.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoDate, type DayNumber } from '../domain/week.ts';
import { actionDue, shortName } from './action-due.ts';
import { COMPONENT_WORDS } from './components.ts';

/** An open action as its row tells it. */
export type ActionRow = {
  readonly minute: Minute;
  readonly text: string;
  readonly component: Component | null;
  readonly componentName: string;
  readonly goal: string;
  readonly owner: string;
  readonly ownerInFull: string;
  readonly due: string;
  readonly expected: string;
  /** "Running, 2 of 3 weeks", "Open"; "5 days late" where it is. */
  readonly state: { readonly words: string; readonly look: 'plain' | 'late'; readonly progress: string };
};

export type ActionFacts = {
  readonly today: DayNumber;
  readonly timeZone: string;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly causes: Causes['causes'];
  readonly improvements: readonly Improvement[];
  readonly formats: Formats;
};

/** Open actions that were agreed for a team (null: for the whole organisation): in the order of their days, late ones last. */
export function goalActions(actions: readonly Minute[], team: string | null, facts: ActionFacts): readonly ActionRow[] {
  return actions
    .filter(({ teams, action }) => action?.state === 'open' && isOf(teams, team))
    .map((minute) => rowOf(minute, facts))
    .toSorted((a, b) => rank(a) - rank(b) || dueDay(a) - dueDay(b));
}

function isOf(teams: readonly string[], team: string | null): boolean {
  return team === null ? teams.length === 0 : teams.length === 1 && teams[0] === team;
}

function rank({ state }: ActionRow): number {
  return state.look === 'late' ? 1 : 0;
}

function dueDay({ minute }: ActionRow): DayNumber {
  return parseIsoDate(minute.action?.due ?? '') ?? 0;
}

function rowOf(minute: Minute, { today, timeZone, indicators, formats, ...links }: ActionFacts): ActionRow {
  const { action } = minute;
  if (action === null) throw new Error('No action');
  const indicator = minute.indicator === null ? null : (indicators.get(minute.indicator) ?? null);
  const component = componentOf(action, links);
  const due = parseIsoDate(action.due);
  const late = actionDue(action, today, timeZone, formats);
  const progress = action.progress ?? '';
  return {
    minute,
    text: minute.text,
    component,
    componentName: component === null ? 'None named' : COMPONENT_WORDS[component].name,
    goal: indicator?.name ?? minute.indicator ?? 'None named',
    owner: shortName(action.owner),
    ownerInFull: action.owner,
    due: due === null ? action.due : formats.dayAsOf(due, today),
    expected:
      action.expected == null
        ? 'none yet'
        : indicator === null
          ? formats.number(action.expected, 1)
          : formats.difference(indicator, action.expected),
    state: {
      words: late.kind === 'late' ? late.words : progress === '' ? 'Open' : progress,
      look: late.kind === 'late' ? 'late' : 'plain',
      progress: late.kind === 'late' ? progress : '',
    },
  };
}

/** Where the action works: where its cause has to be removed, or its improvement's own component. */
function componentOf(
  { cause, improvement }: NonNullable<Minute['action']>,
  { causes, improvements }: Pick<ActionFacts, 'causes' | 'improvements'>,
): Component | null {
  const ofCause = causes.find(({ id }) => id === cause)?.component ?? null;
  return ofCause ?? improvements.find(({ id }) => id === improvement)?.component ?? null;
}
