import type { MarkShape } from '../../../ui/mark-shapes.ts';
import { CAP_HEIGHT } from '../../../domain/optics.ts';
import { FAILED_GRADE, PASS_GRADE } from '../../../domain/grade.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { placeLine, shapesOnly, together, type Drawing, type Room, type Shape } from '../layout/placed.ts';
import type { Ink } from '../layout/parts.ts';

const TOP_GRADE = 10;
/** Middle of the track, ends of its ticks and the pointer, in px of the design. */
const CENTRE = 29;
const TRACK = 14;
const TICK = 23;
const POINTER = 50;
const PAD = 2;

function numberTop(kit: Kit): number {
  const { l, s } = kit.sizes;
  return 52 * l + 11 * Math.min(l, s);
}

export function scaleHeight(kit: Kit): number {
  return numberTop(kit) + CAP_HEIGHT * kit.sizes.floor + 8 * kit.sizes.l;
}

function numbers(kit: Kit, width: number) {
  return [FAILED_GRADE, PASS_GRADE, TOP_GRADE].map((grade) => {
    const line = oneLine([text(kit, String(grade), 'floor', { ink: 'ink-2' })]);
    const at = PAD + (grade / TOP_GRADE) * (width - 2 * PAD);
    return { line, at, x: grade === TOP_GRADE ? at - line.width : at - line.width / 2 };
  });
}

/** Whether the numbers under the scale stand apart. */
export function scaleFits(kit: Kit, width: number): boolean {
  const [failed, pass, top] = numbers(kit, width);
  if (failed === undefined || pass === undefined || top === undefined) return false;
  const apart = 0.25 * kit.sizes.floor;
  return failed.x + failed.line.width + apart <= pass.x && pass.x + pass.line.width + apart <= top.x;
}

/** A grade on its way from 0 to 10: solid up to 5, half up to 6, outlined from there. */
export function gradeScale(
  kit: Kit,
  grade: number | null,
  mark: { readonly shape: MarkShape; readonly ink: Ink },
  room: Pick<Room, 'x' | 'y' | 'width'>,
): Drawing {
  const { l } = kit.sizes;
  const { x, y, width } = room;
  const at = (value: number): number => x + PAD + (value / TOP_GRADE) * (width - 2 * PAD);
  const centre = y + CENTRE * l;
  const box = (from: number, to: number, high: number): string =>
    `M${at(from)} ${centre - high / 2}H${at(to)}v${high}H${at(from)}Z`;
  const places = numbers(kit, width);
  const shapes: Shape[] = [
    { kind: 'path', d: box(0, FAILED_GRADE, TRACK * l), fill: 'bar-soft' },
    { kind: 'path', d: box(FAILED_GRADE, PASS_GRADE, TRACK * l), fill: 'doubt' },
    { kind: 'path', d: box(PASS_GRADE, TOP_GRADE, (TRACK - 3) * l), stroke: 'bar-soft', thick: 3 * l },
    ...places.map(({ at: tick }): Shape => ({
      kind: 'path',
      d: `M${x + tick} ${centre - TICK * l}v${2 * TICK * l}`,
      stroke: 'ink-2',
      thick: 4 * l,
    })),
  ];
  if (grade !== null) {
    shapes.push({ kind: 'mark', ...mark, x: at(grade), y: centre, size: POINTER * l, rim: 5 * l });
  }
  const numberAt = y + numberTop(kit) + (CAP_HEIGHT * kit.sizes.floor) / 2;
  return together([
    shapesOnly(shapes),
    ...places.map(({ line, at: tick, x: start }) =>
      tick + 2 * PAD >= width ? placeLine(line, x + tick, numberAt, 'end') : placeLine(line, x + start, numberAt),
    ),
  ]);
}
