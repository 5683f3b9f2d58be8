import type { PagesInput, WallPage } from './wall-page.ts';

export function wallPages(input: PagesInput): readonly WallPage[] {
  return input.board.display.words.slides.map((slide) => ({ key: slide.id, slide, fresh: null }));
}
