import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

const SCRIPT = readFileSync(join(import.meta.dirname, '../../public/wall-worker.js'), 'utf8');
const ORIGIN = 'http://kept.test';
const HTML = (build: string): string => `<div id="app"></div><script src="/assets/index-${build}.js"></script>`;

type Listener = (event: { readonly request: Request; respondWith: (answer: Promise<Response>) => void }) => void;
type Network = (path: string) => Promise<Response>;
type Keeps = { readonly open: (name: string) => Promise<unknown>; readonly keys: () => Promise<readonly string[]> };

/** A cache storage of one kept build, `old`; its page and its script. */
const keeping = (build: string): Keeps => {
  const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'kept-wall-shell-order': { '/order': JSON.stringify([`kept-wall-shell-${build}`]) },
    [`kept-wall-shell-${build}`]: { '/wall': HTML(build), [`/assets/index-${build}.js`]: `// ${build}` },
  };
  return {
    open: (name) =>
      Promise.resolve({
        match: (path: string) => {
          const text = kept[name]?.[path];
          return Promise.resolve(text === undefined ? undefined : new Response(text));
        },
      }),
    keys: () => Promise.resolve(Object.keys(kept)),
  };
};
const NOTHING: Keeps = {
  open: () => Promise.resolve({ match: () => Promise.resolve(undefined) }),
  keys: () => Promise.resolve([]),
};
const DAMAGED: Keeps = {
  open: () => Promise.reject(new Error('Unexpected internal error.')),
  keys: () => Promise.reject(new Error('Unexpected internal error.')),
};

/** What the worker answers to a request, on a network and with what the browser keeps. */
const answerOf = async (path: string, network: Network, caches: Keeps): Promise<string> => {
  const listeners = new Map<string, Listener>();
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
  };
  const fetch = async (asked: Request | string): Promise<Response> =>
    network(typeof asked === 'string' ? asked : new URL(asked.url).pathname);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the script of the worker, in a world of its own
  new Function('self', 'caches', 'fetch', SCRIPT)(self, caches, fetch);
  const request = { method: 'GET', url: `${ORIGIN}${path}`, mode: path === '/wall' ? 'navigate' : 'cors' } as Request;
  const answers: Array<Promise<Response>> = [];
  listeners.get('fetch')?.({ request, respondWith: (answer) => answers.push(answer) });
  const [answer] = answers;
  if (answer === undefined) return 'left alone';
  const response = await answer;
  return response.ok ? response.text() : `${response.status}`;
};

const service =
  (build: string, files: 'come' | 'are missing' = 'come'): Network =>
  (path) => {
    if (path === '/wall') return Promise.resolve(new Response(HTML(build)));
    if (path === `/assets/index-${build}.js` && files === 'come') return Promise.resolve(new Response(`// ${build}`));
    return Promise.resolve(new Response('', { status: 404 }));
  };
const away: Network = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  vi.useRealTimers();
});

describe('the page of the wall', () => {
  it('comes from the service, whatever is kept', async () => {
    expect(await answerOf('/wall', service('new'), keeping('old'))).toBe(HTML('new'));
    expect(await answerOf('/wall', service('new'), NOTHING)).toBe(HTML('new'));
  });

  it('is the kept one where the service is away, or another answers in its place', async () => {
    const gateway: Network = () => Promise.resolve(new Response('Bad gateway', { status: 502 }));
    const guests: Network = () => Promise.resolve(new Response('Welcome to the guests’ network'));
    for (const network of [away, gateway, guests])
      expect(await answerOf('/wall', network, keeping('old'))).toBe(HTML('old'));
  });

  it('is the kept one where the files of the new one do not come with it', async () => {
    expect(await answerOf('/wall', service('new', 'are missing'), keeping('old'))).toBe(HTML('old'));
    expect(await answerOf('/wall', service('new', 'are missing'), NOTHING)).toBe(HTML('new'));
  });

  it('is the kept one where an answer begins and never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const endless: Network = () => Promise.resolve(new Response(new ReadableStream()));
    const answer = answerOf('/wall', endless, keeping('old'));
    await vi.advanceTimersByTimeAsync(8000);
    expect(await answer).toBe(HTML('old'));
  });
});

describe('a browser whose cache is damaged', () => {
  it('keeps a wall dark whose service answers', async () => {
    expect(await answerOf('/wall', service('new'), DAMAGED)).toBe(HTML('new'));
    expect(await answerOf('/assets/index-new.js', service('new'), DAMAGED)).toBe('// new');
  });
});

describe('the files of a build', () => {
  it('come from what is kept, and else from the service', async () => {
    expect(await answerOf('/assets/index-old.js', away, keeping('old'))).toBe('// old');
    expect(await answerOf('/assets/index-new.js', service('new'), keeping('old'))).toBe('// new');
  });

  it('are no figures, which are never kept', async () => {
    expect(await answerOf('/api/wall/board', service('new'), keeping('old'))).toBe('left alone');
  });
});
