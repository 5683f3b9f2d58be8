import type { WallFrame } from './wall-frame.ts';

/** What stands around a page, for whoever hears the screen: complete, whatever found room in the picture. */
export function frameSentences({ notices, dataTo, heardAt, rotation, position, longer }: WallFrame): readonly string[] {
  const page = `Page ${position.index + 1} of ${position.count}`;
  return [
    ...notices,
    ...(longer === null ? [] : [longer]),
    [dataTo, heardAt].filter((words) => words !== null).join('. '),
    ...(position.count === 0 ? [] : [rotation === 'paused' ? `${page}, paused` : page]),
  ].map((words) => `${words}.`);
}
