import { render } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../../src/features/wall/lay-out.ts';
import { textWidth, type Figures, type Weight } from '../../../src/features/wall/layout/text-width.ts';
import { wallPages } from '../../../src/features/wall/pages.ts';
import { WallPicture } from '../../../src/features/wall/wall-picture.tsx';
import styles from '../../../src/features/wall/wall-picture.module.css';
import { FRAME, inputOfScenario, REFERENCE } from './boards.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

const WEIGHTS: readonly Weight[] = [400, 500, 600];
const FIGURES: readonly Figures[] = ['plain', 'tabular'];

/** Words as they stand on a wall, and pairs of letters that kerning moves. */
const WORDS = [
  'Right first time',
  '96.1 %, target 98.5 %',
  '−3.6 pp, target at least 95 %',
  'Data to Sun 15 Nov',
  'No connection since 14:05, showing 14:03',
  'Wave AVATAR Type LT. Yo, “Te”',
  'Zürich größer Œuvre naïve',
  'fi ff ffi 1x2 -> <- => 10:30',
];

beforeAll(async () => {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 51px "Inter Variable"`)));
  if (!document.fonts.check('600 51px "Inter Variable"')) throw new Error('Inter is not there to be measured');
});

function measured(words: string, weight: Weight, figures: Figures, size: number): number {
  const { container, unmount } = render(
    <svg className={styles['picture']} width="4000" height="300">
      <text
        fontSize={size}
        fontWeight={weight}
        className={figures === 'tabular' ? styles['tabular'] : undefined}
        xmlSpace="preserve"
      >
        {words}
      </text>
    </svg>,
  );
  // A picture has no role: it is hidden from readers, who get its sentences.
  // eslint-disable-next-line testing-library/no-container, testing-library/no-node-access
  const length = container.querySelector('text')?.getComputedTextLength() ?? 0;
  unmount();
  return length;
}

describe('widths of Inter without a document', () => {
  it('are never under what Chromium draws, and not far over it', () => {
    for (const weight of WEIGHTS) {
      for (const figures of FIGURES) {
        for (const words of WORDS) {
          const told = textWidth(words, { size: 51, weight, figures, spacing: 0 });
          const real = measured(words, weight, figures, 51);
          expect(real, `${words} ${weight} ${figures}`).toBeLessThanOrEqual(told + 0.5);
          expect(real, `${words} ${weight} ${figures}`).toBeGreaterThan(told * (words.includes('->') ? 0.85 : 0.97));
        }
      }
    }
  });

  it('count a letter that the font does not have as wide as another font may draw it', () => {
    for (const words of ['会議', '🎉', 'Ω', 'ж']) {
      expect(measured(words, 600, 'plain', 51)).toBeLessThanOrEqual(
        textWidth(words, { size: 51, weight: 600, figures: 'plain', spacing: 0 }),
      );
    }
  });
});

describe('texts of whole pictures', () => {
  const canvases = [
    REFERENCE,
    { width: 1080, height: 1920, diagonalInches: 43, distanceMetres: 4 },
    { width: 1280, height: 720, diagonalInches: 40, distanceMetres: 7 },
  ];
  it.each(canvases)(
    'are no wider than laid out on $width x $height, $diagonalInches inch, $distanceMetres m',
    (canvas) => {
      const input = inputOfScenario('design', { canvas });
      for (const page of wallPages(input)) {
        const layout = layOut(input, page, FRAME);
        const { container, unmount } = render(<WallPicture input={input} page={page} frame={FRAME} />);
        // eslint-disable-next-line testing-library/no-container, testing-library/no-node-access
        const drawn = [...container.querySelectorAll<SVGTextElement>('svg text')];
        const texts = layout?.drawing.texts ?? [];
        expect(drawn.map(({ textContent }) => textContent)).toEqual(texts.map(({ words }) => words));
        drawn.forEach((element, index) => {
          expect(element.getBBox().width, `${page.key}: ${element.textContent}`).toBeLessThanOrEqual(
            // A box holds what a large last digit draws beyond its advance.
            (texts[index]?.width ?? 0) * 1.005 + 1,
          );
        });
        unmount();
      }
    },
  );
});
