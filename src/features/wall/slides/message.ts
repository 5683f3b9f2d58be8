import type { WallSlide } from '../../../contract/wall-slides.ts';
import { parseIsoDate } from '../../../domain/week.ts';
import type { BoardReading } from '../board-reading.ts';
import { framePlan } from '../layout/frame-plan.ts';
import type { Item } from '../layout/items.ts';
import { text, type Kit } from '../layout/kit.ts';
import { entryFits, listPages } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

type Message = Extract<WallSlide, { kind: 'message' }>;

/** A short message has the whole page to itself: its letters are as many times as large as names, where that still holds it. */
const TIMES = [1.75, 1.5, 1.25];

/** Words of somebody, up to the end of a date in the display's zone. */
export function messagePages(told: BoardReading, slide: Message, kit: Kit): readonly SlidePage[] {
  const until = parseIsoDate(slide.until);
  if (until !== null && told.today > until) return [];
  const paragraphs = slide.text.split('\n').filter((words) => words.trim() !== '');
  const itemOf = (drawing: Kit, times: number): Item => ({
    id: 'message',
    rows: paragraphs.map((words, index) => ({
      kind: 'text' as const,
      before: index === 0 ? 0 : 20 * drawing.sizes.u,
      parts: [{ ...text(drawing, words, 'label'), size: Math.round(times * drawing.sizes.label) }],
    })),
  });
  const { least } = framePlan(kit, slide.title);
  const times = TIMES.find((each) => entryFits(kit, itemOf(kit, each), least)) ?? 1;
  return listPages(kit, { title: slide.title, extras: [] }, [
    { id: 'message', item: (drawing) => itemOf(drawing, times), sentence: slide.text },
  ]);
}
