import { agendaOf, type Agenda, type AgendaItem, type AgendaStatus, type Quiet } from '../domain/agenda.ts';
import type { Tone } from '../domain/analysis-types.ts';
import type { Formats } from '../domain/format.ts';
import { listWords } from '../domain/words.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';
import type { Scorecard } from './read-scorecard.ts';
import { shapeOf, statusWord } from './status-words.ts';

/** One measure on the agenda, as its line says it. */
export type AgendaRow = {
  readonly id: string;
  readonly name: string;
  /** The tone of the signal of this week; null where only the target is missed. */
  readonly mark: Tone | null;
  readonly status: AgendaStatus;
  /** `91.4 %`. */
  readonly value: string;
  /** `−3.6 pp` to the target; without a target the change: `+135`. Empty where neither stands. */
  readonly gap: string;
  /** What the number at the end is: `against the target`, `against week 45`. */
  readonly gapIs: string;
};

export type AgendaGroup = {
  readonly status: AgendaStatus;
  readonly shape: StatusShape;
  readonly word: string;
  readonly rows: readonly AgendaRow[];
};

export type AgendaModel = {
  readonly groups: readonly AgendaGroup[];
  /** The rows of all groups, in the order in which they are stepped through. */
  readonly rows: readonly AgendaRow[];
  /** `4 on target not listed, 2 without enough data`; empty where every measure stands on the agenda. */
  readonly quiet: string;
};

/** The agenda of the week in view, as the page says it. */
export function agendaModel(card: Scorecard, formats: Formats): AgendaModel {
  const agenda = readAgenda(card);
  const groups = agenda.groups.map(({ status, items }) => ({
    status,
    shape: shapeOf(status),
    word: statusWord(status),
    rows: items.map((item) => rowOf(item, formats)),
  }));
  return { groups, rows: groups.flatMap((group) => group.rows), quiet: quietWords(agenda, formats) };
}

/** The rule applied to everything that can be read. Indicators without data that nobody ever sent are on no agenda. */
export function readAgenda(card: Scorecard): Agenda {
  return agendaOf(
    [...card.indicators.values()].flatMap((indicator) => {
      const reading = card.reading(indicator.id);
      if (reading === null) return [];
      return { indicator, measure: reading.kind === 'read' ? reading.measure : null };
    }),
  );
}

function rowOf({ indicator, measure, status, signal }: AgendaItem, formats: Formats): AgendaRow {
  const { gap, change } = measure;
  const against = gap === null && change.kind === 'given';
  return {
    id: indicator.id,
    name: indicator.name,
    mark: signal?.tone ?? null,
    status,
    value: formats.figure(indicator, measure.value),
    gap:
      gap !== null
        ? formats.difference(indicator, gap)
        : change.kind === 'given'
          ? formats.difference(indicator, change.absolute)
          : '',
    gapIs: gap !== null ? 'against the target' : against ? `against ${formats.weekName(change.against)}` : '',
  };
}

const QUIET_WORDS: ReadonlyArray<{ readonly why: Quiet; readonly words: string }> = [
  { why: 'on-target', words: 'on target' },
  { why: 'no-target', words: 'without a target or a signal' },
  { why: 'not-enough-data', words: 'without enough data' },
  { why: 'no-figure', words: 'without a figure' },
  { why: 'not-read', words: 'could not be read' },
];

/** What is folded away, counted: the first count says that it is not listed, the others follow it. */
function quietWords({ quiet }: Agenda, formats: Formats): string {
  const counts = QUIET_WORDS.flatMap(({ why, words }) => {
    const count = quiet.get(why)?.length ?? 0;
    return count === 0 ? [] : [`${formats.count(count)} ${words}`];
  });
  return listWords(counts);
}

/** What is said in place of the exceptions of a week that has none. */
export function allQuietWords({ quiet }: AgendaModel): string {
  return quiet === '' ? 'Nothing asks for attention.' : `Nothing asks for attention: ${quiet}.`;
}

/** Under the heading of the exceptions. */
export function ruleWords({ quiet }: AgendaModel): string {
  return quiet === '' ? 'Signal or missed target' : `Signal or missed target; ${quiet} not listed`;
}
