import { staleShape, type MarkShape, type StatusShape } from '../../../ui/mark-shapes.ts';
import type { Tone } from '../../../domain/analysis-types.ts';
import type { Ink, MarkPart, Part, Role, TextLook, TextPart } from './parts.ts';
import type { Sizes } from './sizes.ts';

/** What slides are drawn with: the lengths of the canvas, and whether status may still be coloured. */
export type Kit = { readonly sizes: Sizes; readonly colours: 'shown' | 'withdrawn' };

export type ShownStatus = { readonly shape: StatusShape; readonly word: string; readonly look: 'fresh' | 'hollow' };

/** Heights of lines in shares of their size, as in the design's pictures. */
export const LINE: Readonly<Record<Role, number>> = { floor: 1.255, label: 1.22, hero: 1.105 };

const STATUS_INK: Readonly<Record<StatusShape, Ink>> = {
  on: 'on',
  watch: 'watch',
  act: 'act',
  none: 'none',
  few: 'none',
};

export function text(kit: Kit, words: string, role: Role, look: TextLook = {}): TextPart {
  const { weight = 400, ink = 'ink', figures = 'plain', spacing = 0, gap = null } = look;
  return { kind: 'text', words, role, size: kit.sizes[role], weight, ink, figures, spacing, gap };
}

/** How a status is drawn: hollow and without its colour where it is old, or where the service was not heard for long. */
export function statusMark(kit: Kit, { shape, look }: ShownStatus): { readonly shape: MarkShape; readonly ink: Ink } {
  return look === 'hollow' || kit.colours === 'withdrawn'
    ? { shape: staleShape(shape), ink: 'ink-2' }
    : { shape, ink: STATUS_INK[shape] };
}

/** Ink of a figure: an old one turns pale, so that it never looks fresh. */
export function figureInk(kit: Kit, look: 'plain' | 'old'): Ink {
  return look === 'old' || kit.colours === 'withdrawn' ? 'ink-3' : 'ink';
}

/** Shape and word of a status. */
export function statusParts(kit: Kit, status: ShownStatus, gap = 0, role: Role = 'label'): readonly Part[] {
  const { shape, ink } = statusMark(kit, status);
  return marked(kit, shape, ink, status.word, gap, 52, role);
}

/** Shape and word of a signal, the shape a little smaller than that of a status. */
export function signalParts(kit: Kit, tone: Tone, word: string, gap = 0, role: Role = 'label'): readonly Part[] {
  return marked(kit, tone, kit.colours === 'withdrawn' ? 'ink-2' : tone, word, gap, 42, role);
}

function marked(
  kit: Kit,
  shape: MarkShape,
  ink: Ink,
  word: string,
  gap: number,
  size: number,
  role: Role,
): readonly Part[] {
  const share = kit.sizes[role] / 64;
  const mark: MarkPart = { kind: 'mark', shape, size: size * share, ink, gap };
  return [mark, text(kit, word, role, { weight: 600, ink, gap: 20 * share })];
}
