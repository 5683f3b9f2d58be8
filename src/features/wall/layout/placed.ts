import type { MarkShape } from '../../../ui/mark-shapes.ts';
import { CAP_HEIGHT } from '../../../domain/optics.ts';
import type { Line } from './lines.ts';
import type { Ink, Role } from './parts.ts';
import type { TextStyle } from './text-width.ts';

/** A text in its place, in px of the canvas: `y` is its baseline, `x` its start or, with `end`, its end. */
export type PlacedText = TextStyle & {
  readonly words: string;
  readonly role: Role;
  readonly ink: Ink;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** As reckoned; the real one is never larger. */
  readonly width: number;
};

/** What is drawn beside texts. A mark stands around its centre. */
export type Shape =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      readonly thick?: number;
      readonly dash?: string;
      readonly round?: boolean;
      /** The stroke lies under the fill: a rim in the ground's colour that cuts a mark free. */
      readonly rim?: boolean;
    }
  | {
      readonly kind: 'mark';
      readonly shape: MarkShape;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly ink: Ink;
      /** Px of ground around it. */
      readonly rim?: number;
    };

/** A piece of a picture. `shown` and `leftOut` name the cells of content that it has, and has no room for. */
export type Drawing = {
  readonly texts: readonly PlacedText[];
  readonly shapes: readonly Shape[];
  readonly shown: readonly string[];
  readonly leftOut: readonly string[];
};

export const NOTHING: Drawing = { texts: [], shapes: [], shown: [], leftOut: [] };

export type Room = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export function together(drawings: readonly Drawing[]): Drawing {
  return {
    texts: drawings.flatMap(({ texts }) => texts),
    shapes: drawings.flatMap(({ shapes }) => shapes),
    shown: drawings.flatMap(({ shown }) => shown),
    leftOut: drawings.flatMap(({ leftOut }) => leftOut),
  };
}

export const shapesOnly = (shapes: readonly Shape[]): Drawing => ({ ...NOTHING, shapes });
export const cells = (shown: readonly string[], leftOut: readonly string[] = []): Drawing => ({
  ...NOTHING,
  shown,
  leftOut,
});

/** Where the middle of a capital stands over its baseline. */
export function baselineOf(centre: number, size: number): number {
  return centre + (CAP_HEIGHT / 2) * size;
}

/**
 * A line whose capitals stand around `centre`; with `end`, `x` is where it ends. Smaller texts stand on the baseline of the
 * largest, or with `middle` around the centre themselves.
 */
export function placeLine(
  line: Line,
  x: number,
  centre: number,
  anchor: 'start' | 'end' = 'start',
  align: 'baseline' | 'middle' = 'baseline',
): Drawing {
  const start = anchor === 'start' ? x : x - line.width;
  const texts: PlacedText[] = [];
  const shapes: Shape[] = [];
  line.items.forEach(({ x: at, width, part }, index) => {
    if (part.kind === 'mark') {
      const { shape, size, ink } = part;
      shapes.push({ kind: 'mark', shape, size, ink, x: start + at + size / 2, y: centre });
      return;
    }
    const { words, role, ink, size, weight, figures, spacing } = part;
    const y = baselineOf(centre, align === 'middle' ? size : line.size);
    const style = { words, role, ink, size, weight, figures, spacing, width, y };
    // What ends at an edge ends there exactly, whatever kerning does.
    const last = anchor === 'end' && index === line.items.length - 1;
    texts.push(last ? { ...style, x, anchor: 'end' } : { ...style, x: start + at, anchor: 'start' });
  });
  return { ...NOTHING, texts, shapes };
}
