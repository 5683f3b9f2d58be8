import type { Canvas } from '../wall-frame.ts';
import type { WallPage } from '../wall-page.ts';
import type { BoardReading } from '../board-reading.ts';
import type { Kit } from '../layout/kit.ts';
import { calibrationPages } from './calibration.ts';
import { dimensionPages } from './dimensions.ts';
import { duePages } from './due.ts';
import { goalPages } from './goals.ts';
import { messagePages } from './message.ts';
import { promisePages } from './promise.ts';
import { signalPages } from './signals.ts';
import type { SlidePage } from './slide-page.ts';
import { trendPages } from './trend.ts';

/** Pages that were made of a reading, so that drawing one of many does not make them all again. */
const known = new WeakMap<BoardReading, Map<string, readonly SlidePage[]>>();

/** All pictures that a slide needs for what it has to say; none where that is nothing. */
export function slidePages(
  told: BoardReading,
  slide: WallPage['slide'],
  canvas: Canvas,
  kit: Kit,
): readonly SlidePage[] {
  const { width, height, diagonalInches, distanceMetres } = canvas;
  const key = [slide.id, width, height, diagonalInches, distanceMetres, kit.colours].join(' ');
  const made = known.get(told) ?? new Map<string, readonly SlidePage[]>();
  known.set(told, made);
  const found = made.get(key) ?? makePages(told, slide, canvas, kit);
  made.set(key, found);
  return found;
}

function makePages(told: BoardReading, slide: WallPage['slide'], canvas: Canvas, kit: Kit): readonly SlidePage[] {
  switch (slide.kind) {
    case 'dimensions':
      return dimensionPages(told, kit);
    case 'trend':
      return trendPages(told, slide.indicator, kit);
    case 'promise':
      return promisePages(told, kit);
    case 'goals':
      return goalPages(told, kit);
    case 'signals':
      return signalPages(told, kit);
    case 'due':
      return duePages(told, kit);
    case 'message':
      return messagePages(told, slide, kit);
    case 'calibration':
      return calibrationPages(told, canvas, kit);
  }
}
