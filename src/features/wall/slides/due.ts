import type { BoardDue } from '../../../contract/board.ts';
import { isoWeekParts, parseIsoDate, parseIsoWeek } from '../../../domain/week.ts';
import { actionDue } from '../../../reading/action-due.ts';
import type { BoardReading } from '../board-reading.ts';
import type { HeaderWords } from '../layout/header.ts';
import type { Row } from '../layout/items.ts';
import { text, type Kit } from '../layout/kit.ts';
import type { TextLook } from '../layout/parts.ts';
import { listPages, type Entry } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

/** Decisions and open actions, in the order in which they are due; decisions have no date and stand last. */
export function duePages(told: BoardReading, kit: Kit): readonly SlidePage[] {
  const day = (due: BoardDue): number => (due.due === null ? Infinity : (parseIsoDate(due.due) ?? Infinity));
  const list = told.board.due.toSorted((a, b) => day(a) - day(b));
  if (list.length === 0) return [];
  const entries = list.map((due, index) => entryOf(told, due, index));
  return listPages(kit, headerOf(kit, told, list), entries);
}

function headerOf(kit: Kit, { today, formats }: BoardReading, list: readonly BoardDue[]): HeaderWords {
  const late = list.filter(({ due }) => due !== null && (parseIsoDate(due) ?? Infinity) < today).length;
  const gap = 36 * kit.sizes.s;
  return {
    title: 'Decisions and actions',
    extras:
      late === 0
        ? []
        : [{ id: 'overdue', parts: [text(kit, `${formats.count(late)} overdue`, 'floor', { weight: 600, gap })] }],
  };
}

function entryOf({ card, formats, today, board }: BoardReading, due: BoardDue, index: number): Entry {
  const measure = due.indicator === null ? null : (card.indicators.get(due.indicator)?.name ?? due.indicator);
  const kind = due.kind === 'action' ? 'Action' : 'Decision';
  const main = due.text ?? (measure === null ? kind : `${kind} on ${measure}`);
  const week = parseIsoWeek(due.week);
  const from = week === null ? '' : `of week ${isoWeekParts(week).week}`;
  const about = [due.text === null || measure === null ? '' : measure, `${kind} ${from}`.trim()];
  const below = about.filter((words) => words !== '').join(' · ');
  const told =
    due.due === null
      ? null
      : actionDue({ due: due.due, state: 'open', closedAt: null }, today, board.display.words.timeZone, formats);
  const id = `due ${index}`;
  const when = told === null ? '' : told.kind === 'late' ? told.words : `Due ${told.words}`;
  const look: TextLook = told?.kind === 'late' ? { weight: 600 } : { ink: 'ink-2' };
  const row = (kit: Kit, words: string, how: TextLook): Row => ({
    kind: 'text',
    before: 0,
    parts: [text(kit, words, 'floor', how)],
  });
  return {
    id,
    item: (kit) => ({
      id,
      rows: [row(kit, main, { weight: 600 }), row(kit, below, { ink: 'ink-2' })],
      ...(when === '' ? {} : { end: [text(kit, when, 'floor', look)] }),
    }),
    alone: {
      title: kind,
      item: (kit) => ({
        id,
        rows: [
          row(kit, main, { weight: 600 }),
          ...(when === '' ? [] : [row(kit, when, look)]),
          row(kit, below, { ink: 'ink-2' }),
        ],
      }),
    },
    sentence: `${main}. ${[below, when].filter((words) => words !== '').join('. ')}.`,
  };
}
