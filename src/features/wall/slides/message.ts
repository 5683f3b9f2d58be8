import type { WallSlide } from '../../../contract/wall-slides.ts';
import { parseIsoDate } from '../../../domain/week.ts';
import type { BoardReading } from '../board-reading.ts';
import { text, type Kit } from '../layout/kit.ts';
import { listPages } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

type Message = Extract<WallSlide, { kind: 'message' }>;

/** Words of somebody, up to the end of a date in the display's zone. */
export function messagePages(told: BoardReading, slide: Message, kit: Kit): readonly SlidePage[] {
  const until = parseIsoDate(slide.until);
  if (until !== null && told.today > until) return [];
  const paragraphs = slide.text.split('\n').filter((words) => words.trim() !== '');
  return listPages(kit, { title: slide.title, extras: [] }, [
    {
      id: 'message',
      item: (drawing) => ({
        id: 'message',
        rows: paragraphs.map((words, index) => ({
          kind: 'text' as const,
          before: index === 0 ? 0 : 20 * drawing.sizes.u,
          parts: [text(drawing, words, 'label')],
        })),
      }),
      sentence: slide.text,
    },
  ]);
}
