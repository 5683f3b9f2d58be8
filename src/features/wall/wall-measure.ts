import type { Indicator } from '../../domain/catalogue-types.ts';
import { signalReason, weekPhrases } from '../../domain/signal-words.ts';
import type { Tone } from '../../domain/analysis-types.ts';
import { mondayOf } from '../../domain/week.ts';
import { lateWords } from '../../reading/lateness.ts';
import { contextOf, type Reading } from '../../reading/read-scorecard.ts';
import { tileModel, valueText, type TileModel } from '../../reading/tile-model.ts';
import type { BoardReading } from './board-reading.ts';
import type { FreshSignal } from './wall-page.ts';

/** What a wall says of one indicator: the tile of the page, in the few words that a wall has room for. */
export type WallMeasure = {
  readonly id: string;
  readonly indicator: Indicator;
  readonly reading: Reading;
  readonly name: string;
  /** "lower is better". */
  readonly note: string;
  readonly value: TileModel['value'];
  readonly status: TileModel['status'];
  /** `target 96 %`, and with its direction `target at most 10 %`; null without one. */
  readonly target: { readonly short: string; readonly long: string } | null;
  /** `+1.8 pp`; empty where there is no gap. */
  readonly gap: string;
  /** Why there is no figure, or what is wrong with it: `Data 2 days late`, `Too few to show`. In their order of weight. */
  readonly notes: readonly string[];
  /** What a tile with little room says in place of value and notes; null where it says these. */
  readonly brief: string | null;
  /** `full` says since what event, `short` the rule alone. */
  readonly signal: { readonly tone: Tone; readonly full: string; readonly short: string } | null;
};

/** Reads an indicator for the wall; null where it has never had data. */
export function wallMeasure(told: BoardReading, id: string): WallMeasure | null {
  const { card, formats } = told;
  const reading = card.reading(id);
  if (reading === null) return null;
  const tile = tileModel(card, reading, formats);
  const { indicator } = reading;
  const shared = { id, indicator, reading, name: indicator.name, note: noteOf(indicator) };
  if (reading.kind === 'failed') {
    return {
      ...shared,
      ...{ value: tile.value, status: tile.status, target: null, gap: '', signal: null },
      notes: [tile.gap.text, tile.change.text],
      brief: null,
    };
  }
  const { measure } = reading;
  const target = measure.target?.value ?? null;
  const wordsOf = (better: Indicator['better']): string =>
    target === null ? '' : `target ${formats.target({ ...indicator, better }, target)}`;
  const targetWords = target === null ? null : { short: wordsOf('none'), long: wordsOf(indicator.better) };
  if (measure.state === 'gap' && told.isWithheld(id, measure.week, 'scope')) {
    return {
      ...shared,
      value: { kind: 'words', words: 'Not shown' },
      status: { shape: 'few', word: 'Not enough data', look: 'fresh' },
      target: targetWords,
      gap: '',
      notes: [`Too few to show in ${formats.weekName(measure.week)}`],
      brief: 'Too few to show',
      signal: null,
    };
  }
  return {
    ...shared,
    value: tile.value,
    status: tile.status,
    target: targetWords,
    gap: tile.value.kind === 'figure' ? tile.gap.strong : '',
    notes: notesOf(reading, tile),
    brief: null,
    signal: signalOf(told, reading),
  };
}

function noteOf({ better }: Indicator): string {
  return better === 'lower' ? 'lower is better' : '';
}

/** What has to be said of a figure that is none of its week. */
function notesOf(reading: Extract<Reading, { kind: 'read' }>, tile: TileModel): readonly string[] {
  const late = reading.lateness.kind === 'late' ? [`Data ${lateWords(reading.lateness.by)} late`] : [];
  const { state } = reading.measure;
  if (state === 'figure') return late;
  const lines = [tile.gap, tile.change]
    .map(({ strong, text }) => strong + text)
    .filter((line) => line !== '' && !late.includes(line));
  return [...late, ...(tile.status.look === 'hollow' ? lines.slice(1) : lines)];
}

function signalOf({ card, formats }: BoardReading, reading: Extract<Reading, { kind: 'read' }>): WallMeasure['signal'] {
  const { measure } = reading;
  if (measure.state !== 'figure' || reading.lateness.kind === 'late') return null;
  const [first] = measure.signals;
  const full = signalReason(measure, contextOf(card, formats));
  if (first === undefined || full === null) return null;
  return { tone: first.tone, full, short: weekPhrases([first], measure.week) };
}

/** The figure as it is read: `82.6 %`. */
export function measureValue({ value }: Pick<WallMeasure, 'value'>): string {
  return valueText({ value });
}

/** Why a slide stays longer: a rule flags the newest complete week that did not flag the one before, and since when. */
export function freshSignal(told: BoardReading, id: string): FreshSignal | null {
  const now = told.card.reading(id);
  if (now?.kind !== 'read' || now.measure.state !== 'figure' || now.lateness.kind === 'late') return null;
  const before = told.before.reading(id);
  const was = before?.kind === 'read' && before.measure.state === 'figure' ? before.measure.signals : [];
  const began = now.measure.signals.some(
    ({ rule, direction }) => !was.some((each) => each.rule === rule && each.direction === direction),
  );
  return began ? { words: `Stays longer: new signal since ${told.formats.day(mondayOf(now.measure.week))}` } : null;
}
