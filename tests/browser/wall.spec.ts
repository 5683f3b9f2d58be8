import { expect, type Page } from '@playwright/test';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { ARC_MINUTES, typeSize } from '../../src/domain/optics.ts';
import { expectAccessible } from './axe.ts';
import { comparePictures, openComparer } from './compare-pictures.ts';
import { FAILED_REQUEST, test } from './kept-page.ts';
import {
  drawnTexts,
  expectView,
  openWall,
  position,
  SEEN,
  throughEveryPage,
  told,
  untilTold,
  type DrawnText,
} from './wall-page.ts';

// A screen that is not paired is refused once, and one that is lost hears nothing.
test.use({ viewport: { width: 1920, height: 1080 }, provoked: [FAILED_REQUEST] });

/** The wall is dark wherever it hangs; these are the ways in which a browser may be asked to show it. */
const LOOKS = [
  { name: 'as it is', media: {}, contrast: 4.5 },
  { name: 'more contrast', media: { contrast: 'more' }, contrast: 7 },
  { name: 'forced colours', media: { contrast: null, forcedColors: 'active' }, contrast: 7 },
] as const;

type Screen = { readonly width: number; readonly height: number };

type State = {
  readonly name: string;
  readonly scenario: ScenarioName;
  readonly view?: 'page' | 'pairing' | 'nothing';
  readonly arrive?: (page: Page) => Promise<void>;
};

const withdrawn = async (page: Page): Promise<void> => {
  await untilTold(page, /No connection since/);
  // Three missed cadences later.
  const coloured = page.locator('main svg [fill^="var(--status"], main svg [stroke^="var(--status"]');
  await expect
    .poll(
      async () => {
        await page.clock.runFor(5000);
        return coloured.count();
      },
      { intervals: [30] },
    )
    .toBe(0);
};

const STATES: readonly State[] = [
  { name: 'the slides of the pictures', scenario: 'wall' },
  { name: 'a new screen', scenario: 'wall-new', view: 'pairing' },
  {
    name: 'a new screen that somebody approved',
    scenario: 'wall-new',
    view: 'pairing',
    arrive: async (page) => {
      await untilTold(page, /Page 1 of 4/, 1000);
      await expectView(page, 'page');
    },
  },
  {
    name: 'a screen that is revoked',
    scenario: 'wall-revoked',
    arrive: async (page) => {
      await untilTold(page, /Pair this screen/, 1000);
      await expectView(page, 'pairing');
    },
  },
  {
    name: 'a connection that is lost',
    scenario: 'wall-lost',
    arrive: (page) => untilTold(page, /No connection since/),
  },
  { name: 'colours that are withdrawn', scenario: 'wall-lost', arrive: withdrawn },
  { name: 'data that are late', scenario: 'wall-late', arrive: (page) => untilTold(page, /Data 4 days late/, 100) },
  { name: 'no data', scenario: 'wall-empty', view: 'nothing' },
  { name: 'too few cases', scenario: 'wall-small' },
  {
    name: 'the sizes against a ruler',
    scenario: 'wall',
    arrive: async (page) => {
      await page.keyboard.press('c');
      await expect(page.getByRole('heading', { name: 'Calibration' })).toBeAttached();
    },
  },
  {
    name: 'the keys',
    scenario: 'wall',
    arrive: async (page) => {
      await page.keyboard.press('?');
      await expect.poll(() => told(page)).toContain('Keys: space pauses');
    },
  },
];

/** Letters too pale for their ground: axe looks at none that are drawn. */
async function expectContrast(page: Page, least: number): Promise<void> {
  const texts = await drawnTexts(page);
  expect(texts.length).toBeGreaterThan(2);
  const pale = texts.filter(({ contrast }) => contrast < least).map((text) => `${text.words}: ${text.contrast}`);
  expect(pale).toEqual([]);
}

/** Nothing of the pages for people, nothing that moves by itself, nothing in the address. */
async function expectBareScreen(page: Page, scenario: ScenarioName): Promise<void> {
  await expect(page.locator('nav, header, footer, aside, button, a, input, form, dialog, [tabindex]')).toHaveCount(0);
  await expect(page.locator('main')).toHaveCount(1);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const { origin, href } = new URL(page.url());
  expect(href.slice(origin.length)).toBe(`/wall?scenario=${scenario}`);
}

/** `axe`: colours of the hidden sentences are the same on every page, so that one state of each kind says enough of them. */
async function inEveryLook(page: Page, axe: 'every look' | 'once' = 'every look'): Promise<void> {
  for (const { name, media, contrast } of LOOKS)
    await test.step(name, async () => {
      await page.emulateMedia(media);
      if (name === 'as it is') await expectAccessible(page);
      else if (axe === 'every look') await expectAccessible(page, 'of colour');
      await expectContrast(page, contrast);
    });
}

for (const { name, scenario, view, arrive } of STATES) {
  test(`a wall that cannot be read or is no bare screen: ${name}`, async ({ page }) => {
    await openWall(page, scenario, view);
    await arrive?.(page);
    await inEveryLook(page);
    await expectBareScreen(page, scenario);
  });
}

test('a service that answers with errors alone, and a wall that does not say so with its last figures', async ({
  page,
}) => {
  await openWall(page, 'wall');
  await page.goto('/wall?scenario=failing');
  await untilTold(page, /No figures, showing .*could not answer/, 5000);
  await expectView(page, 'page');
  const notice = (await drawnTexts(page)).filter(({ words }) => words.startsWith('No figures, showing'));
  expect(notice).toHaveLength(1);
  await inEveryLook(page);
  await expectBareScreen(page, 'failing');
});

test('a kind of slide that the keyboard does not reach, or that cannot be read', async ({ page }) => {
  await openWall(page, 'wall-every-slide');
  const seen = new Set<string>();
  await throughEveryPage(page, async (heading) => {
    if (seen.has(heading)) return;
    seen.add(heading);
    await test.step(heading, () => inEveryLook(page, 'once'));
    await page.emulateMedia({ contrast: null, forcedColors: null });
  });
  expect([...seen]).toEqual([
    'Promise kept',
    'Retention, 12 weeks',
    'Repeated claims',
    'Signals',
    'Goals',
    'Decisions and actions',
    'Open day on Friday',
  ]);
  const { at, of } = await position(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => position(page)).toEqual({ at: at === 1 ? of : at - 1, of });
  await expectBareScreen(page, 'wall-every-slide');
});

test('a pause that ends by itself or with a reload, and a page that does not turn without one', async ({ page }) => {
  await openWall(page, 'wall');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect.poll(() => told(page)).toContain('Page 2 of 4, paused');
  await page.clock.runFor(120_000);
  expect(await told(page)).toContain('Page 2 of 4, paused');
  await page.reload();
  await expectView(page, 'page');
  await expect.poll(() => told(page)).toContain('Page 2 of 4, paused');
  await page.clock.runFor(120_000);
  expect(await told(page)).toContain('Page 2 of 4, paused');
  await page.keyboard.press('Space');
  await untilTold(page, /Page 3 of 4\./, 5000);
});

test('something that moves on a wall though nothing is told, for whoever asked for less', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWall(page, 'wall');
  await page.keyboard.press('Space');
  // Just after the minute has changed, when the picture is moved against burn-in.
  await page.clock.pauseAt(new Date('2026-11-30T08:00:02Z'));
  await page.clock.runFor(2000);
  const frames: Buffer[] = [];
  for (let taken = 0; taken < 3; taken += 1) {
    frames.push(await page.screenshot());
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.clock.runFor(1000);
  }
  const [first, second, third] = frames;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three frames were taken');
  // The heartbeat takes a step in several seconds: between two of three frames it stands still, and so does all else.
  expect(first.equals(second) || second.equals(third)).toBe(true);
});

/** What is wrong with texts on a screen of the pictures' size and distance, in words. */
function illegible(texts: readonly DrawnText[], screen: Screen): readonly string[] {
  const least = (role: string): number =>
    typeSize({ ...screen, ...SEEN }, ARC_MINUTES[role === 'hero' || role === 'label' ? role : 'floor']);
  return texts.flatMap((text, index) => {
    const { words, role, size, left, right, top, bottom } = text;
    const covered = texts.slice(index + 1).filter((other) => {
      const width = Math.min(right, other.right) - Math.max(left, other.left);
      const height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      // Figure and comma of one line touch.
      return width > 1 && height > 1;
    });
    return [
      ...(left < 0 || top < 0 || right > screen.width || bottom > screen.height ? [`"${words}" is cut off`] : []),
      ...(size < least(role) - 0.01 ? [`"${words}" is too small`] : []),
      ...covered.map((other) => `"${words}" lies on "${other.words}"`),
    ];
  });
}

test('measures of this file that find nothing wrong whatever is drawn', async ({ page }) => {
  const screen = { width: 1920, height: 1080 };
  await openWall(page, 'wall');
  await page.keyboard.press('Space');
  await expect.poll(() => told(page)).toContain('paused');
  await page.clock.pauseAt(new Date('2026-11-30T07:42:10Z'));
  expect(illegible(await drawnTexts(page), screen)).toEqual([]);
  await page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('main svg text')];
    const change = (words: string, name: string, value: string): void =>
      texts.find(({ textContent }) => textContent === words)?.setAttribute(name, value);
    change('Quality', 'font-size', '50');
    change('Quantity', 'x', '1800');
    change('In full', 'fill', '#667');
    change('Opportunity', 'y', texts.find(({ textContent }) => textContent === 'On time')?.getAttribute('y') ?? '');
    change('Opportunity', 'x', texts.find(({ textContent }) => textContent === 'On time')?.getAttribute('x') ?? '');
  });
  const texts = await drawnTexts(page);
  expect(illegible(texts, screen)).toEqual(
    expect.arrayContaining(['"Quality" is too small', '"Quantity" is cut off', '"Opportunity" lies on "On time"']),
  );
  expect(texts.filter(({ contrast }) => contrast < 4.5).map(({ words }) => words)).toEqual(['In full']);
});

test('corners that a moved picture takes off the screen, where sizes are held against a ruler', async ({ page }) => {
  await openWall(page, 'wall');
  const inner = page.locator('main > div');
  await expect(inner).not.toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Calibration' })).toBeAttached();
  await expect(inner).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)');
});

/** The sizes of surface that the geometry is looked at in. */
const CANVASES = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
] as const;

for (const viewport of CANVASES) {
  test.describe(`${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport });
    test('a text that Chromium cuts off, sets on another, or draws smaller than the optics ask for', async ({
      page,
    }) => {
      await openWall(page, 'wall-every-slide');
      const wrong: string[] = [];
      const check = async (heading: string): Promise<void> => {
        const texts = await drawnTexts(page);
        expect(texts.length).toBeGreaterThan(2);
        wrong.push(...illegible(texts, viewport).map((problem) => `${heading}: ${problem}`));
      };
      await throughEveryPage(page, check);
      await page.keyboard.press('c');
      await expect(page.getByRole('heading', { name: 'Calibration' })).toBeAttached();
      await check('Calibration');
      expect(wrong).toEqual([]);
      expect(await page.evaluate(() => document.fonts.check('600 51px "Inter Variable"'))).toBe(true);
    });
  });
}

/** Pictures of the marks that stand beside the statuses of the first three dimensions: on target, watch, act. */
async function statusMarks(page: Page): Promise<readonly Buffer[]> {
  const marks = page.locator('main svg g[data-shape]');
  const pictures: Buffer[] = [];
  for (const word of ['On target', 'Watch', 'Act']) {
    const at = await page
      .locator('main svg text', { hasText: new RegExp(`^${word}$`) })
      .first()
      .boundingBox();
    if (at === null) throw new Error(`${word} is not there`);
    const boxes = await Promise.all((await marks.all()).map((mark) => mark.boundingBox()));
    const beside = boxes
      .filter((box) => box !== null && box.x < at.x && box.y > at.y - 20 && box.y + box.height < at.y + at.height + 20)
      .toSorted((a, b) => (b?.x ?? 0) - (a?.x ?? 0))[0];
    if (beside == null) throw new Error(`${word} has no mark`);
    const middle = { x: beside.x + beside.width / 2, y: beside.y + beside.height / 2 };
    const clip = { x: Math.round(middle.x) - 32, y: Math.round(middle.y) - 32, width: 64, height: 64 };
    pictures.push(await page.screenshot({ clip }));
  }
  return pictures;
}

for (const { name, scenario, arrive } of [
  { name: 'shown', scenario: 'wall', arrive: null },
  { name: 'withdrawn', scenario: 'wall-lost', arrive: withdrawn },
] as const) {
  test(`statuses of a wall that only colour tells apart, colours ${name}`, async ({ page }) => {
    await openWall(page, scenario);
    await page.keyboard.press('Space');
    await arrive?.(page);
    const pictures = await statusMarks(page);
    const comparer = await openComparer(page);
    for (const [index, one] of pictures.entries())
      for (const other of pictures.slice(index + 1)) {
        const { differing } = await comparePictures(comparer, one, other, 'shape');
        expect(differing).toBeGreaterThan(0.04);
      }
  });
}
