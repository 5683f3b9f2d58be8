import { MARK_OUTLINES } from '../../ui/mark-shapes.ts';
import { INK_COLOURS } from './ink-colours.ts';
import type { Shape } from './layout/placed.ts';
import styles from './wall-picture.module.css';

/** Side of the box that marks are drawn in. */
const BOX = 12;

export function DrawnShape({ shape }: { readonly shape: Shape }) {
  if (shape.kind === 'path') {
    const { d, fill, stroke, thick, dash, round, rim } = shape;
    return (
      <path
        d={d}
        fill={fill === undefined ? 'none' : INK_COLOURS[fill]}
        stroke={stroke === undefined ? undefined : INK_COLOURS[stroke]}
        strokeWidth={thick}
        strokeDasharray={dash}
        strokeLinecap={round === true ? 'round' : undefined}
        strokeLinejoin={round === true ? 'round' : undefined}
        className={rim === true ? styles.rim : undefined}
      />
    );
  }
  return <DrawnMark mark={shape} />;
}

function DrawnMark({ mark }: { readonly mark: Extract<Shape, { kind: 'mark' }> }) {
  const { shape, x, y, size, ink, rim } = mark;
  const outline = MARK_OUTLINES[shape];
  const scale = size / BOX;
  const colour = INK_COLOURS[ink];
  const place = `translate(${x - size / 2} ${y - size / 2}) scale(${scale})`;
  const ground = rim === undefined ? 0 : (2 * rim) / scale;
  return (
    <g transform={place} data-shape={shape}>
      {ground === 0 ? null : (
        <path
          d={outline.d}
          fill={INK_COLOURS.bg}
          stroke={INK_COLOURS.bg}
          strokeWidth={ground + (outline.stroke ?? 0)}
        />
      )}
      {outline.stroke === null ? (
        <path d={outline.d} fill={colour} />
      ) : (
        <path d={outline.d} fill="none" stroke={colour} strokeWidth={outline.stroke} strokeDasharray={outline.dash} />
      )}
    </g>
  );
}
