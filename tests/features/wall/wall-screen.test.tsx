import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import type { Beat } from '../../../src/contract/displays.ts';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { browserWorld } from '../../../src/features/wall/browser-world.ts';
import { WallScreen } from '../../../src/features/wall/wall-screen.tsx';
import { indexedDbStore } from '../../../src/features/wall/wall-store.ts';
import type { WallWorld } from '../../../src/features/wall/wall-world.ts';
import { answering } from '../scorecard/answers.ts';
import { boardOfScenario } from './boards.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

configure({ asyncUtilTimeout: 15_000 });

let undo = (): void => undefined;
const store = indexedDbStore(() => undefined);

beforeEach(async () => {
  localStorage.clear();
  await store.clear();
});
afterEach(() => undo());

type Open = { readonly beats: readonly Beat[]; readonly asked: readonly string[]; readonly unmount: () => void };

/** The wall on the mocks of a scenario, in this browser; `before` may answer in their place. */
function open(
  scenario: ScenarioName,
  change: Partial<WallWorld> = {},
  before: (path: string) => Response | null = () => null,
): Open {
  const ask: Fetcher = answering(scenario);
  const asked: string[] = [];
  const beats: Beat[] = [];
  undo = withFetcher((path, init) => {
    asked.push(path);
    if (path === '/api/wall/beat' && typeof init.body === 'string') beats.push(JSON.parse(init.body) as Beat);
    const answer = before(path);
    return answer === null ? ask(path, init) : Promise.resolve(answer);
  });
  const world = (): WallWorld => ({
    ...browserWorld(),
    stream: () => ({ keepOpen: () => undefined, close: () => undefined }),
    files: { script: '/assets/index-1.js', served: () => Promise.resolve({ kind: 'this' }), reload: vi.fn() },
    ...change,
  });
  const { unmount } = render(<WallScreen world={world} />);
  return { asked, beats, unmount };
}

const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const expectShown = (words: RegExp): Promise<unknown> =>
  waitFor(() => expect(screen.getByRole('main')).toHaveTextContent(words));

describe('a screen on a wall', () => {
  it('shows the figures with nothing to click around them', async () => {
    open('wall');
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('asks the wall’s own endpoints alone', async () => {
    const { asked } = open('wall');
    await screen.findByRole('heading', { level: 1 });
    expect(new Set(asked)).toEqual(new Set(['/api/wall/beat', '/api/wall/board']));
  });

  it('is paused and turned by keys, and tells it', async () => {
    const { beats } = open('wall');
    await screen.findByRole('heading', { level: 1 });
    const first = heading();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(heading()).not.toBe(first));
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(heading()).toBe(first));
    await userEvent.keyboard(' ');
    await expectShown(/Page 1 of \d+, paused/);
    await waitFor(() => expect(beats.at(-1)?.rotation).toBe('paused'));
    await userEvent.keyboard('p');
    await waitFor(() => expect(screen.getByRole('main')).not.toHaveTextContent(/paused/));
    await userEvent.keyboard('c');
    await waitFor(() => expect(heading()).toBe('Calibration'));
    await userEvent.keyboard('c');
    await userEvent.keyboard('?');
    await expectShown(/Keys: space pauses/);
  });

  it('speaks when a status changes with new data, and not when a page turns', async () => {
    let next: Response | null = null;
    open('wall', {}, (path) => (path === '/api/wall/board' ? (next?.clone() ?? null) : null));
    await screen.findByRole('heading', { level: 1 });
    const first = heading();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(heading()).not.toBe(first));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    const board = boardOfScenario('no-targets');
    next = Response.json({ ...board, health: { ...board.health, dataVersion: 99 } }, { headers: { etag: '"next"' } });
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('In full: now No target, was Watch.'));
  });

  it('comes from a code to its figures', async () => {
    open('wall-new');
    await expectShown(/[2-9A-HJKMNP-TV-Z]{3}.?[2-9A-HJKMNP-TV-Z]{3}.*Valid for 15 min/);
    // Somebody approves it.
    undo();
    undo = withFetcher(answering('wall'));
    await expectShown(/Data to/);
  }, 40_000);

  it('leaves a page out that cannot be drawn, and shows the others', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const good = browserWorld().pages;
    const { beats } = open('wall', {
      pages: (input) => {
        const [first, ...rest] = good(input);
        if (first === undefined) return [];
        const broken = {
          ...first,
          key: 'broken/1',
          slide: { ...first.slide, id: 'broken', kind: 'none' as 'calibration' },
        };
        return [broken as unknown as typeof first, first, ...rest];
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await expectShown(/Page 1 of \d/);
    await userEvent.keyboard('p');
    await waitFor(() => expect(beats.flatMap(({ problems }) => problems).join()).toMatch(/^Page broken\/1: /));
    expect(said).toHaveBeenCalled();
    said.mockClear();
  });

  it('keeps its last figures in the browser, and shows them, dated, when it begins without its service', async () => {
    const { unmount } = open('wall');
    await screen.findByRole('heading', { level: 1 });
    await waitFor(async () => expect(await store.read()).not.toBeNull());
    unmount();
    undo();
    open('wall', {}, () => new Response('Bad gateway', { status: 502 }));
    await expectShown(/Showing figures of \w{3} \d+ \w+ \d\d:\d\d, no connection/);
    expect(screen.getByRole('heading', { level: 1 })).toBeInTheDocument();
  }, 40_000);

  it('shows nothing more of its figures once it is revoked', async () => {
    open('wall');
    await screen.findByRole('heading', { level: 1 });
    await waitFor(async () => expect(await store.read()).not.toBeNull());
    undo();
    undo = withFetcher(answering('wall-new'));
    window.dispatchEvent(new Event('online'));
    await expectShown(/Valid for 15 min/);
    expect(screen.getByRole('main')).not.toHaveTextContent(/Data to/);
    await waitFor(async () => expect(await store.read()).toBeNull());
  });

  it('is still once it is gone', async () => {
    const { asked, unmount } = open('wall');
    await screen.findByRole('heading', { level: 1 });
    unmount();
    const before = asked.length;
    window.dispatchEvent(new Event('online'));
    await userEvent.keyboard('p');
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect(asked).toHaveLength(before);
  });
});

describe('the store of a wall', () => {
  const raw = (value: unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('kept-wall', 1);
      request.onsuccess = () => {
        const database = request.result;
        const transaction = database.transaction('kept', 'readwrite');
        transaction.objectStore('kept').put(value, 'board');
        transaction.oncomplete = () => {
          database.close();
          resolve();
        };
      };
      request.onerror = () => reject(new Error('not opened'));
    });

  it('drops what another build has written in another shape', async () => {
    await raw({ shape: 2, figures: [] });
    await store.writeHeard('2026-11-16T07:41:00.000Z');
    expect(await store.read()).toBeNull();
  });

  it('is told and gone around where the database never answers', async () => {
    const told: string[] = [];
    const silent = { objectStore: () => ({ get: () => ({}) }) } as unknown as IDBTransaction;
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => silent);
    expect(await indexedDbStore((words) => told.push(words)).read()).toBeNull();
    transaction.mockRestore();
    expect(told[0]).toBe('Kept figures: the database does not answer');
  }, 30_000);

  it('is told and gone around where the database does not open', async () => {
    const told: string[] = [];
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    expect(await indexedDbStore((words) => told.push(words)).read()).toBeNull();
    open.mockRestore();
    expect(told[0]).toBe('Kept figures: The disk is full.');
  });
});
