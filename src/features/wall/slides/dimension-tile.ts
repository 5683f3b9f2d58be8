import type { DimensionModel } from '../../../reading/grades.ts';
import { LINE, statusMark, statusParts, text, type Kit } from '../layout/kit.ts';
import { oneLine, setLines, wordsFit, type Line } from '../layout/lines.ts';
import {
  cells,
  NOTHING,
  placeLine,
  shapesOnly,
  together,
  type Drawing,
  type Room,
  type Shape,
} from '../layout/placed.ts';
import type { WallMeasure } from '../wall-measure.ts';
import { figureParts } from './figure-parts.ts';
import { gradeScale, scaleHeight, scaleFits } from './grade-scale.ts';
import { heroLine, HERO_OUTDENT } from './hero.ts';

/** A dimension with the measure that leads it; null where none of its indicators has data. */
export type LedDimension = { readonly dimension: DimensionModel; readonly measure: WallMeasure | null };

/** Room inside of a tile, in px of the design. */
const RULE = 4;
const PAD = 14;
const BETWEEN = 5;
const SPARE = 28;
const MEASURE_AT = 300;
const BESIDE = 40;

/** How tiles are set: all of a grid alike, so that their rows stand in line. `status`: beside the name, or under it. */
export type TileWay = { readonly scale: 'shown' | 'left-out'; readonly status: 'beside' | 'under' };

type Set = {
  readonly name: Line;
  readonly status: Line;
  /** Beside each other, or the second under the first where the tile is too narrow for both. */
  readonly measurePlace: 'beside' | 'under';
  readonly grade: Line;
  readonly measureAt: number;
  readonly lines: readonly Line[];
  readonly heights: { readonly name: number; readonly grade: number; readonly scale: number };
  readonly needed: number;
};

/** The tile as it stands in a width; null where that is too narrow for one of its words. */
function setTile(kit: Kit, { dimension, measure }: LedDimension, width: number, way: TileWay): Set | null {
  const { u, s, l, hero, label, floor } = kit.sizes;
  const name = oneLine([text(kit, dimension.name, 'label', { weight: 600 })]);
  const status = oneLine(statusParts(kit, dimension.status));
  const value = dimension.grade.value;
  const grade =
    value === null
      ? oneLine([text(kit, dimension.grade.text, 'label', { weight: 600, ink: 'ink-2' })])
      : heroLine(
          kit,
          { number: dimension.grade.text, unit: '', look: dimension.status.look === 'hollow' ? 'old' : 'plain' },
          -0.03,
        );
  if (Math.max(name.width, status.width, grade.width) > width) return null;
  if (way.scale === 'shown' && !scaleFits(kit, width)) return null;
  if (way.status === 'beside' && name.width + BESIDE * s + status.width > width) return null;
  const aside = Math.max(MEASURE_AT * Math.min(u, s), grade.width + BESIDE * s);
  const beside = measureLines(kit, measure, width - aside);
  const under = beside?.wrapped === false ? null : measureLines(kit, measure, width);
  const high = value === null ? label * LINE.label : hero * LINE.hero;
  const linesHigh = (set: NonNullable<typeof beside>): number => set.lines.length * floor * LINE.floor;
  const besideHigh = beside === null ? Infinity : Math.max(high, linesHigh(beside));
  const underHigh = under === null ? Infinity : high + linesHigh(under);
  const measurePlace = besideHigh <= underHigh ? 'beside' : 'under';
  const set = measurePlace === 'beside' ? beside : under;
  if (set === null) return null;
  const heights = {
    name: label * LINE.label * (way.status === 'beside' ? 1 : 2),
    grade: Math.min(besideHigh, underHigh),
    scale: way.scale === 'shown' ? scaleHeight(kit) : 0,
  };
  const needed =
    RULE * l +
    PAD * u +
    heights.name +
    BETWEEN * u +
    heights.grade +
    (way.scale === 'shown' ? BETWEEN * u + heights.scale : 0);
  const measureAt = measurePlace === 'beside' ? aside : 0;
  return { name, status, grade, measureAt, measurePlace, lines: set.lines, heights, needed };
}

/** Name, figure with target, and what is wrong with it: each in one line where it can be; null where a word would break. */
function measureLines(
  kit: Kit,
  measure: WallMeasure | null,
  width: number,
): { readonly lines: readonly Line[]; readonly wrapped: boolean } | null {
  if (measure === null) return { lines: [], wrapped: false };
  const parts = [
    [text(kit, measure.name, 'floor', { ink: 'ink-2' })],
    ...(measure.brief === null
      ? [figureParts(kit, measure), ...measure.notes.map((note) => [text(kit, note, 'floor')])]
      : [[text(kit, measure.brief, 'floor', { weight: 600 })]]),
  ];
  if (parts.some((each) => !wordsFit(each, width))) return null;
  const lines = parts.flatMap((each) => setLines(each, width));
  return { lines, wrapped: lines.length > parts.length };
}

/** Whether a tile finds room in a box. */
export function tileFits(kit: Kit, led: LedDimension, width: number, height: number, way: TileWay): boolean {
  const set = setTile(kit, led, width, way);
  return set !== null && set.needed <= height;
}

/** How high grade and measure stand in a tile; 0 where it does not fit. Those of a grid take the same, to stand in line. */
export function gradeHeight(kit: Kit, led: LedDimension, width: number, way: TileWay): number {
  return setTile(kit, led, width, way)?.heights.grade ?? 0;
}

/** Rule, name and status, grade beside the leading measure, and the scale of the grade. */
export function drawTile(kit: Kit, led: LedDimension, room: Room, way: TileWay, gradeAndMeasure: number): Drawing {
  const set = setTile(kit, led, room.width, way);
  if (set === null) throw new Error('a tile is drawn only where it fits');
  const needed = set.needed - set.heights.grade + gradeAndMeasure;
  const { u, l, floor } = kit.sizes;
  const { dimension, measure } = led;
  const { x, width } = room;
  // What is left over stands between the rows, save the little that the design leaves below.
  const rows = way.scale === 'shown' ? 3 : 2;
  const extra = Math.max(0, room.height - needed - SPARE * u) / rows;
  let y = room.y;
  const rule: Shape = { kind: 'path', d: `M${x} ${y + 2 * l}h${width}`, stroke: 'rule', thick: RULE * l };
  y += RULE * l + PAD * u + extra / 2;
  const nameHigh = kit.sizes.label * LINE.label;
  const nameAt = y + nameHigh / 2;
  const status =
    way.status === 'beside'
      ? placeLine(set.status, x + width, nameAt, 'end')
      : placeLine(set.status, x, nameAt + nameHigh);
  y += set.heights.name + BETWEEN * u + extra;
  const gradeHigh = set.grade.size * (dimension.grade.value === null ? LINE.label : LINE.hero * 0.924);
  const gradeAt = y + gradeHigh / 2;
  const lineHigh = floor * LINE.floor;
  const linesHigh = set.lines.length * lineHigh;
  const linesAt =
    set.measurePlace === 'beside' ? y + (gradeAndMeasure - linesHigh) / 2 : y + gradeAndMeasure - linesHigh;
  const outdent = dimension.grade.value === null ? 0 : HERO_OUTDENT * set.grade.size;
  y += gradeAndMeasure + BETWEEN * u + extra;
  const id = dimension.id;
  return together([
    shapesOnly([rule]),
    placeLine(set.name, x, nameAt),
    status,
    placeLine(set.grade, x - outdent, gradeAt),
    ...set.lines.map((line, index) => placeLine(line, x + set.measureAt, linesAt + (index + 0.5) * lineHigh)),
    way.scale === 'shown'
      ? gradeScale(kit, dimension.grade.value, statusMark(kit, dimension.status), { ...room, y })
      : NOTHING,
    way.scale === 'shown' ? cells([`${id} scale`]) : cells([], [`${id} scale`]),
    cells([`${id} grade`, `${id} status`, ...(measure === null ? [] : [`${id} measure`])]),
  ]);
}
