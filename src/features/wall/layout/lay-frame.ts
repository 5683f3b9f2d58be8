import type { WallFrame } from '../wall-frame.ts';
import { drawFooter, ringPlace, type RingPlace } from './footer.ts';
import { below, framePlan } from './frame-plan.ts';
import { drawHeader, type HeaderWords } from './header.ts';
import type { Kit } from './kit.ts';
import { drawBar } from './notice-bar.ts';
import { together, type Drawing, type Room } from './placed.ts';

/** A whole picture: all texts and shapes in px of the canvas, and where the heartbeat stands. */
export type PictureLayout = { readonly drawing: Drawing; readonly ring: RingPlace };

/** Sets a page's content into its frame. Why it stays longer is told as a notice, after all that is out of order. */
export function layFrame(
  kit: Kit,
  header: HeaderWords,
  frame: WallFrame,
  content: (kit: Kit, room: Room) => Drawing,
): PictureLayout {
  const plan = framePlan(kit, header.title);
  const notices = [
    ...frame.notices.map((words) => ({ id: `notice ${words}`, words })),
    ...(frame.longer === null ? [] : [{ id: 'longer', words: frame.longer }]),
  ];
  const { height, ...bar } = drawBar(kit, plan.bar, notices, plan.open.y);
  return {
    drawing: together([
      drawHeader(kit, plan.header, header, frame.clock),
      bar,
      content(kit, below(kit, plan.open, height)),
      drawFooter(kit, plan.footer, frame),
    ]),
    ring: ringPlace(kit, plan.footer),
  };
}
