import { readBoard } from './board-reading.ts';
import type { Kit } from './layout/kit.ts';
import { layFrame, type PictureLayout } from './layout/lay-frame.ts';
import { sizesOf } from './layout/sizes.ts';
import { slidePages } from './slides/slide-pages.ts';
import type { WallFrame } from './wall-frame.ts';
import type { PagesInput, WallPage } from './wall-page.ts';

export type PageLayout = PictureLayout & {
  readonly heading: string;
  /** The page in sentences. */
  readonly sentences: readonly string[];
};

/**
 * The whole picture of a page. Pure: the same board, canvas, page and frame give the same numbers. A page that the board
 * no longer has is drawn as the nearest one of its slide; null where the slide has none any more.
 */
export function layOut(input: PagesInput, page: WallPage, frame: WallFrame): PageLayout | null {
  const told = readBoard(input.board, input.now);
  const kit: Kit = { sizes: sizesOf(input.canvas), colours: frame.colours };
  const pages = slidePages(told, page.slide, input.canvas, kit);
  const found = pages.find(({ key }) => page.key === `${page.slide.id}/${key}`) ?? pages.at(0);
  if (found === undefined) return null;
  return { ...layFrame(kit, found.header, frame, found.draw), heading: found.header.title, sentences: found.sentences };
}
