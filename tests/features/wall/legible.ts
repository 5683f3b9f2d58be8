import { ARC_MINUTES, CAP_HEIGHT, pixelsPerMillimetre, seenMillimetres } from '../../../src/domain/optics.ts';
import type { PlacedText, Shape } from '../../../src/features/wall/layout/placed.ts';
import type { Canvas } from '../../../src/features/wall/wall-frame.ts';

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Where the ink of a text is at most: capitals with nothing on them, and what hangs below the line. */
export function boxOf({ x, y, width, size, anchor }: PlacedText): Box {
  const left = anchor === 'end' ? x - width : x;
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.21 * size };
}

function markBox({ x, y, size }: Extract<Shape, { kind: 'mark' }>): Box {
  return { left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 };
}

/** Boxes that share more than a rounding of a pixel. */
function overlap(a: Box, b: Box, slack: number): boolean {
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

/** All that is wrong with a picture, in words; nothing is what should come back. */
export function illegible(
  canvas: Canvas,
  drawing: { readonly texts: readonly PlacedText[]; readonly shapes: readonly Shape[] },
): readonly string[] {
  const problems: string[] = [];
  const { texts, shapes } = drawing;
  const marks = shapes.flatMap((shape) => (shape.kind === 'mark' ? [shape] : []));
  const slack = Math.max(0.5, canvas.width / 4000);
  for (const text of texts) {
    const seen = (CAP_HEIGHT * text.size) / pixelsPerMillimetre(canvas);
    const least = seenMillimetres(canvas.distanceMetres, ARC_MINUTES[text.role]);
    if (seen < least - 1e-9) problems.push(`"${text.words}" is ${text.size} px, too small for a ${text.role}`);
    const box = boxOf(text);
    if (box.left < -slack || box.right > canvas.width + slack || box.top < -slack || box.bottom > canvas.height + slack)
      problems.push(`"${text.words}" leaves the canvas: ${JSON.stringify(box)}`);
    if (text.words.trim() === '') problems.push('a text without words');
  }
  texts.forEach((text, index) => {
    for (const other of texts.slice(index + 1)) {
      if (overlap(boxOf(text), boxOf(other), slack)) problems.push(`"${text.words}" lies on "${other.words}"`);
    }
    for (const mark of marks) {
      if (overlap(boxOf(text), markBox(mark), slack)) problems.push(`"${text.words}" lies on a mark`);
    }
  });
  for (const mark of marks) {
    const box = markBox(mark);
    if (box.left < 0 || box.right > canvas.width || box.top < 0 || box.bottom > canvas.height)
      problems.push(`a ${mark.shape} leaves the canvas`);
  }
  return problems;
}
