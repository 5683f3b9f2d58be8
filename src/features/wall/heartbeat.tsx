import { INK_COLOURS } from './ink-colours.ts';
import type { RingPlace } from './layout/footer.ts';
import type { WallFrame } from './wall-frame.ts';

/** Thickness in shares of the ring, and length of the pieces of a broken one. */
const THICK = 0.14;
const PIECE = 13 / 56;

/** Fills until the next beat; broken where the service is not heard. It moves alone: the rest of the picture stands still. */
export function Heartbeat({
  place,
  frame,
}: {
  readonly place: RingPlace;
  readonly frame: Pick<WallFrame, 'hearing' | 'untilBeat'>;
}) {
  const { x, y, size } = place;
  const centre = size / 2;
  const radius = centre * (23 / 28);
  const round = 2 * Math.PI * radius;
  const filled = Math.min(1, Math.max(0, frame.untilBeat)) * round;
  const shared = { cx: centre, cy: centre, r: radius, fill: 'none', strokeWidth: THICK * size };
  if (frame.hearing === 'lost') {
    const piece = PIECE * size;
    return (
      <g transform={`translate(${x} ${y})`} data-hearing="lost">
        <circle {...shared} stroke={INK_COLOURS.ink} strokeDasharray={`${piece} ${piece}`} />
      </g>
    );
  }
  return (
    <g transform={`translate(${x} ${y})`} data-hearing={frame.hearing}>
      <circle {...shared} stroke={INK_COLOURS.rule} opacity={0.5} />
      <circle
        {...shared}
        stroke={INK_COLOURS.ink}
        strokeDasharray={`${filled.toFixed(1)} ${round.toFixed(1)}`}
        transform={`rotate(-90 ${centre} ${centre})`}
      />
    </g>
  );
}
