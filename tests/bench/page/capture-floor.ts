import type { Browser } from '@playwright/test';
import { open } from './browser.ts';
import { cutPages } from './floor-cut.ts';
import { floorPage } from './floor-page.ts';

/** A team by its name; null id: all teams. */
export type Scope = { readonly id: string | null; readonly name: string };

/**
 * Makes the floor from what the app shows: for each scope its document with the charts as plain SVG, then one static
 * page of them.
 */
export const captureFloor = async (browser: Browser, origin: string, scopes: readonly Scope[]): Promise<string> => {
  const { context, page } = await open(browser, 'full');
  try {
    /* The interactive charts take the place of the plain ones when the page is idle: here it never is. */
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const bodies: string[] = [];
    for (const { id } of scopes) {
      await page.goto(id === null ? origin : `${origin}/?team=${id}`);
      await page.waitForFunction(() => performance.getEntriesByName('kept:trends').length > 0);
      bodies.push(
        await page.evaluate(() => {
          const body = document.body.cloneNode(true) as HTMLElement;
          for (const script of body.querySelectorAll('script')) script.remove();
          return body.innerHTML;
        }),
      );
    }
    /* The files' own text: what the browser gives back of its rules loses shorthands that hold variables. */
    const styles = await page.evaluate(async () => {
      const files = [...document.styleSheets].flatMap(({ href }) => href ?? []);
      const texts = await Promise.all(files.map(async (file) => (await fetch(file)).text()));
      return texts.join('').replaceAll(/url\((?:\.\/|\/assets\/)?([^/)]+\.woff2)\)/g, 'url(/assets/$1)');
    });
    const rootAttributes = await page.evaluate(() =>
      document.documentElement
        .getAttributeNames()
        .map((name) => `${name}="${document.documentElement.getAttribute(name) ?? ''}"`)
        .join(' '),
    );
    const cut = await page.evaluate(cutPages, bodies);
    return floorPage({ cut, styles, teams: scopes.map(({ name }) => name), rootAttributes });
  } finally {
    await context.close();
  }
};
