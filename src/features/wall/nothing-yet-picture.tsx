import type { Canvas, WallFrame } from './wall-frame.ts';

export function NothingYetPicture({
  frame,
  words,
}: {
  readonly canvas: Canvas;
  readonly frame: WallFrame;
  readonly words: string;
}) {
  return (
    <p>
      {words} {frame.notices.join(' · ')}
    </p>
  );
}
