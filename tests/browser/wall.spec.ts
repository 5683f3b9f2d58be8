import { expect, type Page } from '@playwright/test';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { ARC_MINUTES, typeSize } from '../../src/domain/optics.ts';
import { expectAccessible } from './axe.ts';
import { comparePictures, openComparer } from './compare-pictures.ts';
import { FAILED_REQUEST, test } from './kept-page.ts';
import { drawnTexts, expectView, openWall, position, SEEN, throughEveryPage, told, untilTold } from './wall-page.ts';

// A screen that is not paired is refused once, and one that is lost hears nothing.
test.use({ viewport: { width: 1920, height: 1080 }, provoked: [FAILED_REQUEST] });

/** The wall is dark wherever it hangs; these are the ways in which a browser may be asked to show it. */
const LOOKS = [
  { name: 'as it is', media: {}, contrast: 4.5 },
  { name: 'more contrast', media: { contrast: 'more' }, contrast: 7 },
  { name: 'forced colours', media: { contrast: null, forcedColors: 'active' }, contrast: 7 },
] as const;

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
    name: 'a screen that is revoked',
    scenario: 'wall-revoked',
    arrive: async (page) => {
      await page.clock.runFor(11_000);
      await expectView(page, 'pairing');
    },
  },
  { name: 'a connection that is lost', scenario: 'wall-lost', arrive: (page) => untilTold(page, /No connection since/) },
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
  expect(new URL(page.url()).href.replace(new URL(page.url()).origin, '')).toBe(`/wall?scenario=${scenario}`);
}

async function inEveryLook(page: Page): Promise<void> {
  for (const { name, media, contrast } of LOOKS)
    await test.step(name, async () => {
      await page.emulateMedia(media);
      await expectAccessible(page, name === 'as it is' ? 'all' : 'of colour');
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

test('a kind of slide that the keyboard does not reach, or that cannot be read', async ({ page }) => {
  await openWall(page, 'wall-every-slide');
  const seen = new Set<string>();
  await throughEveryPage(page, async (heading) => {
    if (seen.has(heading)) return;
    seen.add(heading);
    await test.step(heading, () => inEveryLook(page));
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
    test('a text that Chromium cuts off, sets on another, or draws smaller than the optics ask for', async ({ page }) => {
      await openWall(page, 'wall-every-slide');
      const least = (role: string): number =>
        typeSize({ ...viewport, ...SEEN }, ARC_MINUTES[role === 'hero' || role === 'label' ? role : 'floor']);
      const wrong: string[] = [];
      const check = async (heading: string): Promise<void> => {
        const texts = await drawnTexts(page);
        expect(texts.length).toBeGreaterThan(2);
        texts.forEach((text, index) => {
          const say = (what: string): number => wrong.push(`${heading}: "${text.words}" ${what}`);
          if (text.left < 0 || text.top < 0 || text.right > viewport.width || text.bottom > viewport.height)
            say('is cut off');
          if (text.size < least(text.role) - 0.01) say(`is ${text.size} px`);
          for (const other of texts.slice(index + 1)) {
            const shared = [
              Math.min(text.right, other.right) - Math.max(text.left, other.left),
              Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top),
            ];
            if (shared.every((length) => length > 1)) say(`lies on "${other.words}"`);
          }
        });
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
    const at = await page.locator('main svg text', { hasText: new RegExp(`^${word}$`) }).first().boundingBox();
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
