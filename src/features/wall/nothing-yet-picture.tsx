import { useMemo } from 'react';
import { Heartbeat } from './heartbeat.tsx';
import { frameSentences } from './frame-sentences.ts';
import { drawItems, paginate, setItem } from './layout/items.ts';
import { layFrame } from './layout/lay-frame.ts';
import { text, type Kit } from './layout/kit.ts';
import { NOTHING, type Drawing, type Room } from './layout/placed.ts';
import { sizesOf } from './layout/sizes.ts';
import { PictureSurface } from './picture-surface.tsx';
import { useStillFrame } from './use-still-frame.ts';
import type { Canvas, WallFrame } from './wall-frame.ts';

const TITLE = 'Kept';

type Props = { readonly canvas: Canvas; readonly frame: WallFrame; readonly words: string };

/** What is on the screen while there is no figure to show, and why. */
export function NothingYetPicture({ canvas, frame, words }: Props) {
  const still = useStillFrame(frame);
  const layout = useMemo(
    () =>
      layFrame({ sizes: sizesOf(canvas), colours: still.colours }, { title: TITLE, extras: [] }, still, (kit, room) =>
        drawWords(kit, words, room),
      ),
    [canvas, still, words],
  );
  return (
    <PictureSurface
      canvas={canvas}
      drawing={layout.drawing}
      heading={TITLE}
      sentences={[words, ...frameSentences(frame)]}
    >
      <Heartbeat place={layout.ring} frame={frame} />
    </PictureSurface>
  );
}

function drawWords(kit: Kit, words: string, room: Room): Drawing {
  const item = setItem(
    kit,
    { id: 'words', rows: [{ kind: 'text', before: 0, parts: [text(kit, words, 'label')] }] },
    room.width,
  );
  const [page] = paginate(kit, [item], room.height);
  return page === undefined ? NOTHING : drawItems(kit, page, room);
}
