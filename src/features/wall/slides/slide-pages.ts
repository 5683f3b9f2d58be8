import type { WallPage } from '../wall-page.ts';
import type { BoardReading } from '../board-reading.ts';
import type { Kit } from '../layout/kit.ts';
import { dimensionPages } from './dimensions.ts';
import type { SlidePage } from './slide-page.ts';
import { trendPages } from './trend.ts';

/** All pictures that a slide needs for what it has to say; none where that is nothing. */
export function slidePages(told: BoardReading, slide: WallPage['slide'], kit: Kit): readonly SlidePage[] {
  switch (slide.kind) {
    case 'dimensions':
      return dimensionPages(told, kit);
    case 'trend':
      return trendPages(told, slide.indicator, kit);
    default:
      return [];
  }
}
