import type { Page, TestInfo } from '@playwright/test';
import { expect } from '@playwright/test';
import { openScenario, settled, test } from './kept-page.ts';
import { drawPngs, inkOf, overlaps, pagesOf, picturesOf, textOf, type PdfPage } from './pdf.ts';

const MM = 72 / 25.4;
/** As the sheet sets them, in points. */
const MARGIN = 12 * MM;
const FOOT = 14 * MM;
/** Half a letter's side bearing, and what a picture's smoothing spreads. */
const SLACK = 1.5;

const PAPERS = [
  { format: 'A4', orientation: 'landscape', width: 297 * MM, height: 210 * MM },
  { format: 'A4', orientation: 'portrait', width: 210 * MM, height: 297 * MM },
  { format: 'Letter', orientation: 'landscape', width: 792, height: 612 },
  { format: 'Letter', orientation: 'portrait', width: 612, height: 792 },
] as const;
type Paper = (typeof PAPERS)[number];

const REVIEW = '/review?at=on-time';

/** Letters alone: a printed text breaks its lines where it must. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u00a0\u202f\u2009]+/g, '');

/** Prints the page as the browser's own command does, and keeps PDF and pictures with the test's results. */
async function print(page: Page, { format, orientation }: Paper, info: TestInfo): Promise<string> {
  const pdf = info.outputPath(`review-${format}-${orientation}.pdf`);
  await page.pdf({ path: pdf, format, landscape: orientation === 'landscape' });
  drawPngs(pdf, pdf.replace(/\.pdf$/, ''));
  return pdf;
}

const bodyOf = ({ words, height }: PdfPage) => words.filter(({ top }) => top < height - FOOT);
const footOf = ({ words, height }: PdfPage) => words.filter(({ top }) => top >= height - FOOT);

/** Nothing lies outside the margins or on anything else, and each page says what it is a page of. */
function expectSound(pages: readonly PdfPage[], paper: Paper): void {
  for (const [index, page] of pages.entries()) {
    expect(Math.abs(page.width - paper.width) + Math.abs(page.height - paper.height)).toBeLessThan(2);
    const outside = page.words.filter(({ left, right, top, bottom }) => {
      const isFoot = top >= page.height - FOOT;
      const end = isFoot ? page.height : page.height - FOOT + SLACK;
      return left < MARGIN - SLACK || right > page.width - MARGIN + SLACK || top < MARGIN - SLACK || bottom > end;
    });
    expect(outside.map(({ text }) => text)).toEqual([]);
    expect(overlaps(page.words)).toEqual([]);
    const foot = textOf(footOf(page));
    expect(foot).toContain('Data to Sun 15 Nov 2026');
    expect(squeezed(foot)).toContain('/review?week=2026-W46&at=on-time');
    expect(foot).toContain(`Page ${index + 1} of ${pages.length}`);
  }
}

/** No page is blank, nothing is drawn in the margins, and all is black, white and grey. */
function expectBlackOnWhite(pdf: string, pages: readonly PdfPage[]): void {
  for (const [index, picture] of picturesOf(pdf, pdf.replace(/\.pdf$/, '-check'), pages.length).entries()) {
    const { share, box, coloured } = inkOf(picture);
    expect(coloured, `coloured pixels on page ${index + 1}`).toBe(0);
    expect(share, `ink on page ${index + 1}`).toBeGreaterThan(0.005);
    expect(share, `ink on page ${index + 1}`).toBeLessThan(0.3);
    expect(box?.left).toBeGreaterThanOrEqual(Math.floor(MARGIN - SLACK));
    expect(box?.right).toBeLessThanOrEqual(Math.ceil(picture.width - MARGIN + SLACK));
    expect(box?.top).toBeGreaterThanOrEqual(Math.floor(MARGIN - SLACK));
  }
}

/** What has to stand on the first page: all that the screen lists as exceptions, and the measure in view. */
async function expectedOf(page: Page): Promise<readonly string[]> {
  const rows = await page
    .getByRole('region', { name: 'Exceptions' })
    .getByRole('listitem')
    .locator('a, b')
    .allInnerTexts();
  return [
    ...rows,
    'Act 7',
    'Watch 4',
    'On time',
    '91.4 %',
    '−3.6 pp vs at least 95 %',
    'Last 6 weeks',
    'Last 12 months',
    'Nov so far',
  ];
}

const MINUTES = [
  'Minutes of week 46',
  'Carrier misses cluster on Thursday routes of Depot North: 71 of 118.',
  'cannot reach it.',
  'Second carrier for Thursday routes',
  'Held if under 60 carrier misses a week.',
  'Contract second carrier for Thursday',
  'From week 45',
  '3 days late',
  'Done 16 Nov',
];

for (const paper of PAPERS) {
  test(`printed on ${paper.format} ${paper.orientation}, a week takes two sound pages`, async ({ page }, info) => {
    await openScenario(page, 'design', REVIEW);
    await settled(page);
    const expected = await expectedOf(page);
    const pdf = await print(page, paper, info);
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(2);
    expectSound(pages, paper);
    expectBlackOnWhite(pdf, pages);
    const [first = '', second = ''] = pages.map((each) => squeezed(textOf(bodyOf(each))));
    expect(expected.filter((text) => !first.includes(squeezed(text)))).toEqual([]);
    // Three columns are read line by line: each word by itself.
    const words = MINUTES.flatMap((text) => text.split(' '));
    expect(words.filter((word) => !second.includes(word))).toEqual([]);
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByRole('article', { name: 'Minutes' })).toHaveCount(0);
  });

  test(`printed with tables on ${paper.format} ${paper.orientation}, every measure is appended`, async ({
    page,
  }, info) => {
    await openScenario(page, 'design', REVIEW);
    await settled(page);
    await page.getByRole('checkbox', { name: 'with tables' }).check();
    const names = await page
      .getByRole('region', { name: 'Exceptions' })
      .getByRole('listitem')
      .locator('a')
      .allInnerTexts();
    const pdf = await print(page, paper, info);
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    expectSound(pages, paper);
    expectBlackOnWhite(pdf, pages);
    const appended = squeezed(
      pages
        .slice(2)
        .map((each) => textOf(bodyOf(each)))
        .join(' '),
    );
    expect(names.filter((name) => appended.split(squeezed(name)).length < 4)).toEqual([]);
  });
}

test('a dark screen prints black on white', async ({ page }, info) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openScenario(page, 'design', REVIEW);
  await settled(page);
  const pdf = await print(page, PAPERS[0], info);
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(2);
  expectBlackOnWhite(pdf, pages);
});

test('minutes longer than a page run on, and no line of them is lost', async ({ page }, info) => {
  await page.addInitScript(() => localStorage.setItem('kept:preferences', JSON.stringify({ name: 'Ana Ruiz' })));
  await openScenario(page, 'design', REVIEW);
  await settled(page);
  const lines = Array.from({ length: 90 }, (_, index) => `Line ${index + 1} of a long discussion`);
  await page.getByRole('textbox', { name: /Write a note/ }).fill(lines.join('\n'));
  await page.getByRole('textbox', { name: /Write a decision/ }).focus();
  await expect(page.getByText(/Ana Ruiz, .*saved/)).toBeVisible();
  const pages = pagesOf(await print(page, PAPERS[0], info));
  expect(pages.length).toBeGreaterThan(2);
  expectSound(pages, PAPERS[0]);
  const printed = textOf(pages.flatMap(bodyOf))
    .split('Line ')
    .map((text) => Number.parseInt(text, 10));
  expect(lines.filter((_, index) => !printed.includes(index + 1))).toEqual([]);
});

const UNUSUAL = ['restated', 'settling', 'small-numbers', 'no-targets', 'gap', 'partial', 'own-indicator'] as const;
for (const scenario of UNUSUAL) {
  test(`${scenario} prints without anything clipped or on anything else`, async ({ page }, info) => {
    await openScenario(page, scenario, '/review');
    await settled(page);
    const pdf = await print(page, PAPERS[3], info);
    const pages = pagesOf(pdf);
    expectBlackOnWhite(pdf, pages);
    for (const each of pages) {
      expect(overlaps(each.words)).toEqual([]);
      expect(each.words.filter(({ right }) => right > each.width - MARGIN + SLACK)).toEqual([]);
    }
  });
}
