import { expect, type Page } from '@playwright/test';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { openScenario } from './kept-page.ts';

/** The screen that the mocks pair (picturedScreen): 55 inches, read from 5 m. */
export const SEEN = { diagonalInches: 55, distanceMetres: 5 } as const;

/** Opens the screen, and waits until it shows what it is to show. */
export async function openWall(
  page: Page,
  scenario: ScenarioName,
  view: 'page' | 'pairing' | 'nothing' = 'page',
): Promise<void> {
  await openScenario(page, scenario, '/wall');
  await expectView(page, view);
  await page.evaluate(() => document.fonts.ready);
}

export async function expectView(page: Page, view: 'page' | 'pairing' | 'nothing'): Promise<void> {
  await expect(page.locator('main')).toHaveAttribute('data-view', view);
}

/** What the screen says to whoever hears it: the same as the picture, in sentences. */
export const told = (page: Page): Promise<string> => page.locator('main').innerText();

/** Which page of how many is on. */
export async function position(page: Page): Promise<{ readonly at: number; readonly of: number }> {
  const [, at, of] = /Page (\d+) of (\d+)/.exec(await told(page)) ?? [];
  if (at === undefined || of === undefined) throw new Error('The screen does not say which page is on');
  return { at: Number(at), of: Number(of) };
}

/** Pauses the rotation and turns through every page by keyboard, from the one that is on back to it. */
export async function throughEveryPage(page: Page, look: (heading: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Space');
  await expect.poll(() => told(page)).toMatch(/Page \d+ of \d+, paused/);
  const { at, of } = await position(page);
  for (let turned = 0; turned < of; turned += 1) {
    const now = ((at - 1 + turned) % of) + 1;
    await expect.poll(() => position(page)).toEqual({ at: now, of });
    await look(await page.getByRole('heading', { level: 1 }).innerText());
    await page.keyboard.press('ArrowRight');
  }
  await expect.poll(() => position(page)).toEqual({ at, of });
}

/** Time passes in small steps, so that every poll is answered in between, until the screen says something. */
export async function untilTold(page: Page, words: RegExp, step = 2000): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(step);
        return told(page);
      },
      { intervals: [30] },
    )
    .toMatch(words);
}

export type DrawnText = {
  readonly words: string;
  readonly role: string;
  /** Type size in CSS pixels of the screen. */
  readonly size: number;
  /** Where its ink is at most, in CSS pixels of the screen: the width as Chromium sets it, capitals and what hangs below. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Contrast of its letters with what they stand on. */
  readonly contrast: number;
};

/** Every text of the picture as Chromium lays it out, shift of the picture and all. */
export async function drawnTexts(page: Page): Promise<readonly DrawnText[]> {
  return page.evaluate(() => {
    const painter = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (painter === null) throw new Error('No canvas');
    const lightness = (colour: string): number => {
      painter.fillStyle = colour;
      painter.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...painter.getImageData(0, 0, 1, 1).data].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const wall = document.querySelector('[data-surface="wall"]');
    if (wall === null) throw new Error('No picture');
    const groundAt = (x: number, y: number): string => {
      const below = document
        .elementsFromPoint(x, y)
        .find((element) => element instanceof SVGPathElement && getComputedStyle(element).fill !== 'none');
      return below === undefined ? getComputedStyle(wall).backgroundColor : getComputedStyle(below).fill;
    };
    return [...document.querySelectorAll<SVGTextElement>('main svg text')].map((text) => {
      const { left, right } = text.getBoundingClientRect();
      const place = text.getScreenCTM();
      if (place === null) throw new Error('A text without a place');
      const baseline = place.f + place.d * text.getStartPositionOfChar(0).y;
      const { fontSize, fill } = getComputedStyle(text);
      const size = place.d * Number.parseFloat(fontSize);
      const [one, other] = [lightness(fill), lightness(groundAt((left + right) / 2, baseline - 0.3 * size))];
      return {
        words: text.textContent,
        role: text.dataset['role'] ?? '',
        ...{ size, left, right, top: baseline - 0.76 * size, bottom: baseline + 0.21 * size },
        contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
      };
    });
  });
}
