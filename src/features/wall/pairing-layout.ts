import { text, LINE, type Kit } from './layout/kit.ts';
import { oneLine, setLines, type Line } from './layout/lines.ts';
import { placeLine, shapesOnly, together, type Drawing, type Shape } from './layout/placed.ts';
import type { Part } from './layout/parts.ts';
import { HERO_OUTDENT } from './slides/hero.ts';

export type PairingWords = {
  readonly code: string;
  readonly address: string;
  readonly expiresWords: string;
  readonly notices: readonly string[];
};

export const PAIRING_TITLE = 'Pair this screen';

const GROUP = 3;
/** Shares of the height that the code takes at most, and of its size between its letters. */
const MOST = 0.34;
const SPACING = 0.06;
const CODE_LINE = 1.1;

/** What to do, in one sentence. */
export function pairingSentence(address: string): string {
  return `On a computer or phone open ${address} and type this code:`;
}

/**
 * The code as large as the canvas bears, in two groups of three. How far the screen is read
 * from is not known yet: the sizes are those of the canvas that is given.
 */
export function pairingDrawing(kit: Kit, { code, address, expiresWords, notices }: PairingWords): Drawing {
  const { left, right, top, bottom, u, l, floor, label } = kit.sizes;
  const width = right - left;
  const lineHigh = floor * LINE.floor;
  const title = setLines([text(kit, PAIRING_TITLE, 'label', { weight: 600 })], width);
  const sentence = setLines([text(kit, pairingSentence(address), 'floor')], width);
  const below = [
    ...setLines([text(kit, expiresWords, 'floor', { ink: 'ink-2' })], width),
    ...notices.flatMap((words) => setLines([text(kit, words, 'floor', { weight: 600 })], width)),
  ];
  const titleHigh = title.length * label * LINE.label;
  const gap = 24 * u;
  const rest = bottom - top - titleHigh - (sentence.length + below.length) * lineHigh - 5 * gap;
  const codeLines = codeOf(kit, code, width, Math.max(floor * 1.2, Math.min(rest, MOST * (bottom - top))));
  const codeHigh = codeLines.reduce((sum, line) => sum + line.size * CODE_LINE, 0);
  const spare = Math.max(0, rest - codeHigh) / 4;
  let y = top;
  const drawn: Drawing[] = [];
  const put = (lines: readonly Line[], high: (line: Line) => number, outdent = 0): void => {
    for (const line of lines) {
      const own = high(line);
      // Notices stand last: one that finds no room is left out.
      if (y + own > bottom + 1) return;
      drawn.push(placeLine(line, left - outdent * line.size, y + own / 2));
      y += own;
    }
  };
  put(title, () => label * LINE.label);
  const rule: Shape = { kind: 'path', d: `M${left} ${y + gap}h${width}`, stroke: 'rule', thick: 4 * l };
  y += 2 * gap;
  put(sentence, () => lineHigh);
  y += gap + spare;
  put(codeLines, (line) => line.size * CODE_LINE, HERO_OUTDENT);
  y += gap + spare;
  put(below, () => lineHigh);
  return together([shapesOnly([rule]), ...drawn]);
}

/** The code in one line, or in a line for each group where its letters stand larger so. */
function codeOf(kit: Kit, code: string, width: number, height: number): readonly Line[] {
  const groups = [code.slice(0, GROUP), code.slice(GROUP)].filter((group) => group !== '');
  const line = (words: readonly string[], size: number): Line =>
    oneLine(
      words.map((group, index): Part => ({
        ...text(kit, group, 'hero', { weight: 600, figures: 'tabular', spacing: SPACING }),
        size,
        gap: index === 0 ? 0 : 0.4 * size,
      })),
    );
  const breadth = (words: readonly string[]): number => line(words, 100).width / 100;
  const beside = Math.floor(Math.min(width / breadth(groups), height / CODE_LINE));
  const apart = Math.floor(
    Math.min(width / Math.max(...groups.map((group) => breadth([group]))), height / (CODE_LINE * groups.length)),
  );
  if (beside >= Math.min(apart, kit.sizes.hero)) return [line(groups, beside)];
  return groups.map((group) => line([group], apart));
}
