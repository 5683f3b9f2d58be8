import { useMemo } from 'react';
import { Heartbeat } from './heartbeat.tsx';
import { layOut } from './lay-out.ts';
import { PictureSurface } from './picture-surface.tsx';
import { StatusAnnouncer } from './status-announcer.tsx';
import type { WallFrame } from './wall-frame.ts';
import type { PagesInput, WallPage } from './wall-page.ts';

type Props = { readonly input: PagesInput; readonly page: WallPage; readonly frame: WallFrame };

/** One page of the wall as it is laid out, with its frame. Nothing is drawn where its slide has nothing to say any more. */
export function WallPicture({ input, page, frame }: Props) {
  const { clock, dataTo, heardAt, hearing, notices, colours, position, rotation, longer } = frame;
  const said = notices.join('\n');
  const { index, count } = position;
  const layout = useMemo(() => {
    const still: WallFrame = {
      ...{ clock, dataTo, heardAt, hearing, colours, rotation, longer },
      notices: said === '' ? [] : said.split('\n'),
      position: { index, count },
      untilBeat: 0,
    };
    return layOut(input, page, still);
  }, [input, page, clock, dataTo, heardAt, hearing, said, colours, index, count, rotation, longer]);
  if (layout === null) return null;
  const { heading, sentences, drawing, ring } = layout;
  const words = [...sentences, ...frameSentences(frame)];
  return (
    <>
      <PictureSurface canvas={input.canvas} drawing={drawing} heading={heading} sentences={words}>
        <Heartbeat place={ring} frame={frame} />
      </PictureSurface>
      <StatusAnnouncer input={input} />
    </>
  );
}

/** The frame for whoever hears the screen: complete, whatever found room. */
function frameSentences({ notices, dataTo, heardAt, rotation, position, longer, clock }: WallFrame): readonly string[] {
  return [
    ...notices,
    ...(longer === null ? [] : [longer]),
    [dataTo, heardAt, `It is ${clock}`].filter((words) => words !== null).join('. '),
    `Page ${position.index + 1} of ${position.count}${rotation === 'paused' ? ', paused' : ''}`,
  ].map((words) => `${words}.`);
}
