import { useMemo } from 'react';
import { frameSentences } from './frame-sentences.ts';
import { Heartbeat } from './heartbeat.tsx';
import { layOut } from './lay-out.ts';
import { PictureSurface } from './picture-surface.tsx';
import { useStillFrame } from './use-still-frame.ts';
import type { WallFrame } from './wall-frame.ts';
import type { PagesInput, WallPage } from './wall-page.ts';

type Props = { readonly input: PagesInput; readonly page: WallPage; readonly frame: WallFrame };

/** One page of the wall as it is laid out, with its frame. Nothing is drawn where its slide has nothing to say any more. */
export function WallPicture({ input, page, frame }: Props) {
  const still = useStillFrame(frame);
  const layout = useMemo(() => layOut(input, page, still), [input, page, still]);
  if (layout === null) return null;
  const { heading, sentences, drawing, ring } = layout;
  return (
    <PictureSurface
      canvas={input.canvas}
      drawing={drawing}
      heading={heading}
      sentences={[...sentences, ...frameSentences(frame)]}
    >
      <Heartbeat place={ring} frame={frame} />
    </PictureSurface>
  );
}
