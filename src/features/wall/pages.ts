import { readBoard } from './board-reading.ts';
import { sizesOf } from './layout/sizes.ts';
import { slidePages } from './slides/slide-pages.ts';
import type { PagesInput, WallPage } from './wall-page.ts';

/**
 * Every picture of a board on a canvas, in the order of its slides. Pages have room for a notice whether there is one or
 * not, so that their number depends on board and canvas alone.
 */
export function wallPages({ board, canvas, now }: PagesInput): readonly WallPage[] {
  const told = readBoard(board, now);
  const kit = { sizes: sizesOf(canvas), colours: 'shown' as const };
  return board.display.words.slides.flatMap((slide) =>
    slidePages(told, slide, canvas, kit).map(({ key, fresh }): WallPage => ({
      key: `${slide.id}/${key}`,
      slide,
      fresh,
    })),
  );
}
