export const READ_OUT_WIDTH = 252;
const LEAST_HEIGHT = 88;
const HEAD = 38;
const LINE = 18;

/** Height of a read-out with so many lines under its head: 88 px up to two, then it grows. */
export function readOutHeight(lines: number): number {
  return Math.max(LEAST_HEIGHT, HEAD + lines * LINE);
}

/**
 * Where the read-out stands: beside its week, left of it where there is room (the newest weeks are at the right),
 * below the point where there is room, and inside the picture wherever that is possible. Pixels from the top left.
 */
export function readOutPlace(
  column: { readonly x: number; readonly y: number | null },
  chart: { readonly width: number; readonly height: number },
  height: number,
): { readonly left: number; readonly top: number } {
  const away = 28;
  const toLeft = column.x - away - READ_OUT_WIDTH;
  const toRight = column.x + away;
  const left =
    toLeft >= 0
      ? toLeft
      : toRight + READ_OUT_WIDTH <= chart.width
        ? toRight
        : Math.max(0, (chart.width - READ_OUT_WIDTH) / 2);
  const y = column.y ?? chart.height / 2;
  const beside = toLeft >= 0 || toRight + READ_OUT_WIDTH <= chart.width;
  const below = y + (beside ? 6 : away / 2);
  const top = below + height <= chart.height ? below : Math.max(0, y - height - (beside ? 6 : away / 2));
  return { left: Math.round(left), top: Math.round(top) };
}

/** Letters that surely fit into one line of a read-out, 228 px at 12 px. */
const LINE_LETTERS = 38;

/** Lines under the head of a read-out; a long note wraps. */
export function readOutLines({
  notes,
  signal,
  signalText = null,
}: {
  readonly notes: readonly string[];
  readonly signal: string | null;
  readonly signalText?: string | null;
}): number {
  const lines = (text: string | null) => Math.max(1, Math.ceil((text ?? '').length / LINE_LETTERS));
  return notes.reduce((sum, note) => sum + lines(note), 0) + (signal === null ? 0 : lines(signalText));
}
