import { ARC_MINUTES, typeSize } from '../../../domain/optics.ts';
import type { Canvas } from '../wall-frame.ts';
import type { Role } from './parts.ts';

/** The surface of the design's pictures, which all lengths below are told for. */
const LONG = 1920;
const SHORT = 1080;
const REFERENCE_FLOOR = 51;

/** All lengths of a picture in px. Letters follow the optics alone; what is no letter follows the canvas too. */
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

export function sizesOf(canvas: Canvas): Sizes {
  const { width, height } = canvas;
  const u = Math.min(Math.max(width, height) / LONG, Math.min(width, height) / SHORT);
  const size = (role: Role): number => typeSize(canvas, ARC_MINUTES[role]);
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
