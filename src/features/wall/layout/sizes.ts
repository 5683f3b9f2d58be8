import { ARC_MINUTES, typeSize } from '../../../domain/optics.ts';
import type { Canvas } from '../wall-frame.ts';
import type { Role } from './parts.ts';

/** The surface of the design's pictures, which all lengths below are told for. */
const LONG = 1920;
const SHORT = 1080;
const REFERENCE_FLOOR = 51;
/** Letters are never smaller than this share of the design's own on its canvas: seen from near they would be lost in it. */
const LEAST_SHARE = 0.6;

/** All lengths of a picture in px. Letters are as large as the optics ask for; what is no letter follows the canvas too. */
export type Sizes = Readonly<Record<Role, number>> & {
  readonly width: number;
  readonly height: number;
  /** A px of the design's canvas: for room. */
  readonly u: number;
  /** A px of the design's letters: for what stands beside them. */
  readonly s: number;
  /** A px of the design's lines and marks: by the letters, as far as the canvas bears it. */
  readonly l: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** `letters`: `exact` ones fill their arc-minutes and no more, as on the slide with which that is checked. */
export function sizesOf(canvas: Canvas, letters: 'at-least' | 'exact' = 'at-least'): Sizes {
  const { width, height } = canvas;
  const u = Math.min(Math.max(width, height) / LONG, Math.min(width, height) / SHORT);
  const exact = typeSize(canvas, ARC_MINUTES.floor);
  const grow = letters === 'exact' ? 1 : Math.max(1, (LEAST_SHARE * REFERENCE_FLOOR * u) / exact);
  const size = (role: Role): number => Math.ceil(typeSize(canvas, ARC_MINUTES[role]) * grow);
  const floor = size('floor');
  const s = floor / REFERENCE_FLOOR;
  return {
    width,
    height,
    floor,
    label: size('label'),
    hero: size('hero'),
    u,
    s,
    l: Math.min(1.4 * u, Math.max(0.5 * u, s)),
    left: 56 * u,
    right: width - 56 * u,
    top: 36 * u,
    bottom: height - 30 * u,
  };
}
