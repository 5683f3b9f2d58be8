import { useMemo } from 'react';
import type { WallFrame } from './wall-frame.ts';

/** The frame without its heartbeat: the same object as long as nothing that is laid out changes. */
export function useStillFrame(frame: WallFrame): WallFrame {
  const { clock, dataTo, heardAt, hearing, notices, colours, position, rotation, longer } = frame;
  const said = JSON.stringify(notices);
  const { index, count } = position;
  return useMemo(
    () => ({
      ...{ clock, dataTo, heardAt, hearing, colours, rotation, longer },
      notices: JSON.parse(said) as readonly string[],
      position: { index, count },
      untilBeat: 0,
    }),
    [clock, dataTo, heardAt, hearing, said, colours, index, count, rotation, longer],
  );
}
