/* global document -- inside of the page */
/**
 * Writes src/features/wall/layout/inter-widths.ts: how far each letter of the cut Inter (src/ui/fonts) moves the pen, and how
 * far pairs of them move together or apart, in thousandths of the type size, as Chromium measures it. The wall lays its texts out without a document and needs them.
 * Run by hand when the font changes: `CHROMIUM_PATH=/usr/bin/chromium node scripts/measure-inter.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';

const font = await readFile(new URL('../src/ui/fonts/inter-kept.woff2', import.meta.url));
const target = new URL('../src/features/wall/layout/inter-widths.ts', import.meta.url);
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const signs = [...'ŒœŠšŽžŸı–—‘’‚“”„†•…‹›€™−×÷±≤≥≈≠→←↑↓·′″\u2009\u200a\u202f'].filter(
  (sign) => !range(0xa0, 0xff).includes(sign),
);
const letters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...signs];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.setContent(`<style>
  @font-face { font-family: I; src: url(data:font/woff2;base64,${font.toString('base64')}); font-weight: 400 700; }
  span { font: 1000px I; white-space: pre; font-optical-sizing: none; font-variation-settings: 'opsz' 32; font-kerning: none;
    position: absolute; text-rendering: geometricPrecision; }
</style><span></span>`);
const { tables, pairs } = await page.evaluate(async (all) => {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 20px I`)));
  const span = document.querySelector('span');
  const width = (text) => {
    span.textContent = text;
    return span.getBoundingClientRect().width;
  };
  const pairs = new Map();
  const tables = [400, 500, 600].map((weight) => {
    span.style.fontWeight = String(weight);
    // Between two letters, so that a blank counts as it does inside of a text.
    const exact = (numeric) => {
      span.style.fontKerning = 'none';
      span.style.fontVariantNumeric = numeric;
      return all.map((letter) => width(`n${letter}n`) - width('nn'));
    };
    const advances = (numeric) => {
      const single = exact(numeric);
      span.style.fontKerning = 'auto';
      // The widest of all weights and figures: a text is never wider than what is told of it.
      for (let first = 0; first < 95; first += 1) {
        for (let second = 0; second < 95; second += 1) {
          const pair = all[first] + all[second];
          const moved = Math.ceil(width(pair) - single[first] - single[second] - 0.01);
          pairs.set(pair, Math.max(pairs.get(pair) ?? -Infinity, moved));
        }
      }
      return single.map((advance) => Math.ceil(advance - 0.01));
    };
    return { weight, proportional: advances('normal'), tabular: advances('tabular-nums') };
  });
  return { tables, pairs: [...pairs].filter(([, moved]) => moved > 1 || moved < -1) };
}, letters);
await browser.close();

const quoted = (text) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\u00a0', '\\u00a0').replaceAll('\u00ad', '\\u00ad').replaceAll('\u2009', '\\u2009').replaceAll('\u200a', '\\u200a').replaceAll('\u202f', '\\u202f')}'`;
const differing = (table) =>
  letters
    .filter((_, index) => table.tabular[index] !== table.proportional[index])
    .map((letter) => `${quoted(letter)}: ${table.tabular[letters.indexOf(letter)]}`);
const moves = [...new Set(pairs.map(([, moved]) => moved))].toSorted((a, b) => a - b);
const kerning = moves.map(
  (move) =>
    `  [${move}, ${quoted(
      pairs
        .filter(([, moved]) => moved === move)
        .map(([pair]) => pair)
        .join(''),
    )}],`,
);
await writeFile(
  target,
  `/** Written by scripts/measure-inter.mjs from src/ui/fonts/inter-kept.woff2 (Inter, OFL) at optical size 32; not by hand. */
export const LETTERS =
  ${quoted(letters.join(''))};

/** Advance of each of \`LETTERS\` in thousandths of the type size, and of those that differ with tabular figures. */
export const ADVANCES = {
${tables.map((table) => `  ${table.weight}: { plain: '${table.proportional.join(' ')}', tabular: { ${differing(table).join(', ')} } },`).join('\n')}
} as const;

/** By how much two letters beside each other move: the thousandths, then all pairs that do, written together. */
export const KERNING: ReadonlyArray<readonly [number, string]> = [
${kerning.join('\n')}
];
`,
);
