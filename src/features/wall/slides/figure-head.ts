import { TONE_WORDS } from '../../../domain/words.ts';
import type { Item } from '../layout/items.ts';
import { LINE, figureInk, signalParts, statusParts, text, type Kit } from '../layout/kit.ts';
import { fitsOneLine, setLines, type Line } from '../layout/lines.ts';
import { cells, placeLine, together, type Drawing, type Room } from '../layout/placed.ts';
import type { Part } from '../layout/parts.ts';
import { measureValue, type WallMeasure } from '../wall-measure.ts';
import { standing } from './figure-parts.ts';
import { heroLine, HERO_OUTDENT } from './hero.ts';

const HEAD = 156;
const ASIDE = 480;
const APART = 36;

type Head = {
  /** null: the figure is no large one, its words stand first among the lines. */
  readonly hero: Line | null;
  readonly asideAt: number;
  readonly lines: readonly Line[];
  /** Lines stand beside the figure, or under it. */
  readonly place: 'beside' | 'under';
  readonly height: number;
};

/** A signal in one line, in its long wording or its short one; else its words under it. */
function signalRows(
  kit: Kit,
  signal: NonNullable<WallMeasure['signal']>,
  width: number,
): ReadonlyArray<readonly Part[]> {
  const gap = APART * kit.sizes.s;
  const tone = signalParts(kit, signal.tone, TONE_WORDS[signal.tone]);
  const inLine = [signal.full, signal.short]
    .map((words): readonly Part[] => [...tone, text(kit, words, 'floor', { gap })])
    .find((parts) => fitsOneLine(parts, width));
  return inLine === undefined ? [tone, [text(kit, signal.short, 'floor')]] : [inLine];
}

function linesOf(kit: Kit, measure: WallMeasure, width: number): readonly Line[] {
  const whole = standing(kit, measure, APART * kit.sizes.s);
  const rows: ReadonlyArray<readonly Part[]> = [
    fitsOneLine(whole, width) ? whole : statusParts(kit, measure.status),
    ...(fitsOneLine(whole, width) ? [] : restOf(kit, measure)),
    ...(measure.signal === null ? [] : signalRows(kit, measure.signal, width)),
    ...measure.notes.map((note) => [text(kit, note, 'floor')]),
  ];
  return rows.flatMap((parts) => setLines(parts, width));
}

function restOf(kit: Kit, measure: WallMeasure): ReadonlyArray<readonly Part[]> {
  const words = [measure.gap, measure.target?.long ?? ''].filter((each) => each !== '').join(', ');
  return words === '' ? [] : [[text(kit, words, 'floor', { figures: 'tabular' })]];
}

function lineHigh(kit: Kit, line: Line): number {
  const { u, label, floor } = kit.sizes;
  const labelled = line.items.some(({ part }) => part.kind === 'text' && part.role === 'label');
  return labelled ? label * 1.15 + 8 * Math.min(u, label / 64) : floor * LINE.floor;
}

function headOf(kit: Kit, measure: WallMeasure, width: number): Head {
  const { u, s, hero } = kit.sizes;
  const { value } = measure;
  const high = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + lineHigh(kit, line), 0);
  const large = value.kind === 'figure' ? heroLine(kit, value, -0.035) : null;
  if (large !== null && large.width <= width) {
    const asideAt = Math.max(ASIDE * Math.min(u, s), large.width + APART * s);
    const beside = linesOf(kit, measure, width - asideAt);
    if (width - asideAt > 0.45 * width && beside.every(unbroken)) {
      const height = Math.max(HEAD * Math.min(u, s), hero * 1.09, high(beside));
      return { hero: large, asideAt, lines: beside, place: 'beside', height };
    }
    const under = linesOf(kit, measure, width);
    return { hero: large, asideAt: 0, lines: under, place: 'under', height: hero * LINE.hero + high(under) };
  }
  const ink = value.kind === 'figure' ? figureInk(kit, value.look) : 'ink';
  const first = setLines([text(kit, measureValue(measure), 'label', { weight: 600, figures: 'tabular', ink })], width);
  const lines = [...first, ...linesOf(kit, measure, width)];
  return { hero: null, asideAt: 0, lines, place: 'under', height: high(lines) };
}

function unbroken({ items }: Line): boolean {
  return items.every(({ part }) => part.kind === 'mark' || !part.words.endsWith('-'));
}

/** How high figure and lines stand in a width. */
export function headHeight(kit: Kit, measure: WallMeasure, width: number): number {
  return headOf(kit, measure, width).height;
}

/** Figure and lines beside or under each other. */
export function drawHead(kit: Kit, measure: WallMeasure, room: Room): Drawing {
  const head = headOf(kit, measure, room.width);
  const { hero } = kit.sizes;
  const drawn: Drawing[] = [];
  let y = room.y;
  if (head.hero !== null) {
    const high = hero * (head.place === 'beside' ? 1.049 : LINE.hero);
    drawn.push(placeLine(head.hero, room.x - HERO_OUTDENT * hero, room.y + high / 2));
    if (head.place === 'under') y += high;
    else y += (head.height - head.lines.reduce((sum, line) => sum + lineHigh(kit, line), 0)) / 2;
  }
  for (const line of head.lines) {
    const high = lineHigh(kit, line);
    drawn.push(placeLine(line, room.x + head.asideAt, y + high / 2, 'start', 'middle'));
    y += high;
  }
  return together([...drawn, cells(['figure'])]);
}

/** The same without a large figure, in rows that may go on over pages. */
export function figureItem(kit: Kit, measure: WallMeasure): Item {
  const row = (parts: readonly Part[]) => ({ kind: 'text' as const, parts, before: 0 });
  const value = text(kit, measureValue(measure), 'label', {
    weight: 600,
    figures: 'tabular',
    ink: measure.value.kind === 'figure' ? figureInk(kit, measure.value.look) : 'ink',
  });
  return {
    id: 'figure',
    rows: [
      row([value]),
      row(statusParts(kit, measure.status)),
      ...restOf(kit, measure).map(row),
      ...(measure.signal === null
        ? []
        : [
            row(signalParts(kit, measure.signal.tone, TONE_WORDS[measure.signal.tone])),
            row([text(kit, measure.signal.short, 'floor')]),
          ]),
      ...measure.notes.map((note) => row([text(kit, note, 'floor')])),
    ],
  };
}
