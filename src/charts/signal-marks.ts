import { rounded, type PixelPoint } from './paths.ts';

export type SignalKind = 'improving' | 'concerning' | 'neutral';

/**
 * The marker of a signal around a point: square, cross or bar, `size` px across. Improving and neutral are filled,
 * the cross is stroked with `signalStroke(size)`. The shapes differ, so greyscale and print keep them apart.
 */
export function signalMarkPath(signal: SignalKind, point: PixelPoint, size: number): string {
  const x = rounded(point.x);
  const y = rounded(point.y);
  const half = rounded(size / 2);
  const s = rounded(size);
  switch (signal) {
    case 'improving':
      return `M${rounded(x - half)} ${rounded(y - half)}h${s}v${s}h${-s}Z`;
    case 'concerning':
      return `M${rounded(x - half)} ${rounded(y - half)}l${s} ${s}m0 ${-s}l${-s} ${s}`;
    case 'neutral': {
      const width = rounded(size * 1.4);
      const height = rounded(size * 0.48);
      return `M${rounded(x - size * 0.7)} ${rounded(y - size * 0.24)}h${width}v${height}h${-width}Z`;
    }
  }
}

/** Stroke of the cross, and of the halo in the ground's colour that cuts it free of the line. */
export function signalStroke(size: number): { readonly mark: number; readonly halo: number } {
  return { mark: rounded(size * 0.36), halo: rounded(size * 0.36 + 2.4) };
}
