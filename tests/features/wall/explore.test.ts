import { it, expect } from 'vitest';
import { inputOfScenario, FRAME } from './boards.ts';
import { illegible } from './legible.ts';
import { wallPages } from '../../../src/features/wall/pages.ts';
import { layOut } from '../../../src/features/wall/lay-out.ts';
const NOTICES = [
  'No connection since 14:05, showing 14:03',
  "This screen's clock is 4 min slow",
  'Kept cannot write: the disk is full',
];
it('explore', { timeout: 300000 }, () => {
  const tally = new Map<string, number>();
  let n = 0;
  let pagesMost = 0;
  for (const [w, h] of [
    [1920, 1080],
    [1280, 720],
    [3840, 2160],
    [1920, 1200],
    [1080, 1920],
    [720, 1280],
  ] as const)
    for (const diagonalInches of [32, 55, 98])
      for (const distanceMetres of [2, 3.5, 5, 7, 10]) {
        const canvas = { width: w, height: h, diagonalInches, distanceMetres };
        const input = inputOfScenario('design', { canvas });
        const pages = [
          ...wallPages(input),
          { key: 'calibration', slide: { kind: 'calibration', id: 'calibration' } as const, fresh: null },
        ];
        pagesMost = Math.max(pagesMost, pages.length);
        for (const page of pages)
          for (const frame of [
            FRAME,
            {
              ...FRAME,
              notices: NOTICES,
              hearing: 'lost',
              colours: 'withdrawn',
              rotation: 'paused',
              longer: 'Stays longer: new signal since Mon 9 Nov',
              position: { index: 17, count: 43 },
            } as const,
          ]) {
            n++;
            const layout = layOut(input, page, frame);
            if (layout === null) {
              console.log('null', page.key);
              continue;
            }
            const problems = illegible(canvas, layout.drawing);
            if (problems.length > 0) {
              const kind = page.slide.kind;
              tally.set(kind, (tally.get(kind) ?? 0) + 1);
              if ((tally.get(kind) ?? 0) <= 4)
                console.log(JSON.stringify(canvas), page.key, frame.notices.length, problems.slice(0, 4));
            }
          }
      }
  console.log(n, pagesMost, [...tally]);
  expect(1).toBe(1);
});
