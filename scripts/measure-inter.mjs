/* global document -- inside of the page */
/**
 * Writes src/features/wall/layout/inter-widths.ts: how far each letter of the cut Inter (src/ui/fonts) moves the pen, in
 * thousandths of the type size, as Chromium measures it. The wall lays its texts out without a document and needs them.
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
const tables = await page.evaluate(async (all) => {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 20px I`)));
  const span = document.querySelector('span');
  const width = (text) => {
    span.textContent = text;
    return span.getBoundingClientRect().width;
  };
  return [400, 500, 600].map((weight) => {
    span.style.fontWeight = String(weight);
    // Between two full stops, so that a blank or a joining letter counts as it does inside of a text.
    const advances = (numeric) => {
      span.style.fontVariantNumeric = numeric;
      return all.map((letter) => Math.ceil(width(`n${letter}n`) - width('nn') - 0.01));
    };
    return { weight, proportional: advances('normal'), tabular: advances('tabular-nums') };
  });
}, letters);
await browser.close();

const quoted = (text) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\u00a0', '\\u00a0').replaceAll('\u00ad', '\\u00ad').replaceAll('\u2009', '\\u2009').replaceAll('\u200a', '\\u200a').replaceAll('\u202f', '\\u202f')}'`;
const differing = (table) =>
  letters
    .filter((_, index) => table.tabular[index] !== table.proportional[index])
    .map((letter) => `${quoted(letter)}: ${table.tabular[letters.indexOf(letter)]}`);
await writeFile(
  target,
  `/** Written by scripts/measure-inter.mjs from src/ui/fonts/inter-kept.woff2 (Inter, OFL) at optical size 32; not by hand. */
export const LETTERS =
  ${quoted(letters.join(''))};

/** Advance of each of \`LETTERS\` in thousandths of the type size, and of those that differ with tabular figures. */
export const ADVANCES = {
${tables.map((table) => `  ${table.weight}: { plain: '${table.proportional.join(' ')}', tabular: { ${differing(table).join(', ')} } },`).join('\n')}
} as const;
`,
);
