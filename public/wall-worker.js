/*
 * Keeps the page of the wall for a boot without the service. It answers two things: the navigation to the wall (by the
 * network, and by what is kept only where that does not answer), and the files of a build, which are named by their content
 * and never change. Everything else, figures above all, it leaves alone.
 *
 * A build is kept whole or not at all: the page, and every file that `wall-shell.json` of the same build names. The newest
 * build and the one before are kept, for the page that is still open while the next one arrives.
 */
const PAGE = '/wall';
const LIST = '/wall-shell.json';
const PREFIX = 'kept-wall-shell-';
const ORDER = `${PREFIX}order`;
const ORDER_KEY = '/order';
const BUILDS = 2;
/** How long the network may take before the kept page is shown. A wall that boots is looked at. */
const NETWORK_WITHIN = 8000;

self.addEventListener('install', (event) => {
  /*
   * Otherwise each beat of a year would wake it, to be told that it leaves beats alone
   * (https://w3c.github.io/ServiceWorker/#register-router-method).
   */
  if (typeof event.addRoutes === 'function')
    event.waitUntil(
      event
        .addRoutes([{ condition: { urlPattern: new self.URLPattern({ pathname: '/api/*' }) }, source: 'network' }])
        .catch(() => undefined),
    );
  event.waitUntil(
    keepBuild()
      .catch(() => undefined)
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepBuild().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (url.pathname === PAGE || url.pathname === `${PAGE}/`))
    event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
});

/** The builds that are kept, the newest first; none where the browser's cache is damaged, and then the next one mends it. */
async function order() {
  try {
    return await (await (await caches.open(ORDER)).match(ORDER_KEY)).json();
  } catch {
    return [];
  }
}

async function page(request) {
  let answer;
  const arrives = async () => {
    answer = await fetch(request);
    return isOurs(answer);
  };
  try {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), NETWORK_WITHIN));
    if (await Promise.race([arrives(), late])) return answer;
  } catch {
    /* Nothing answers in time: what is kept does. */
  }
  return (await kept(PAGE)) ?? answer ?? Response.error();
}

/**
 * A proxy's word that the service is away is no page, nor is the sign-in of a network. Nor is a page whose own files do not
 * come with it, as while one build takes another's place: it would stay dark, and nothing of it could load it anew.
 */
async function isOurs(answer) {
  if (!answer.ok) return false;
  const text = await answer.clone().text();
  if (!text.includes('<div id="app">')) return false;
  const paths = [...text.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  return (await Promise.all(paths.map(isThere))).every(Boolean);
}

async function isThere(path) {
  if ((await kept(path)) !== undefined) return true;
  const answer = await fetch(path);
  /* To its last byte; the page takes it out of the browser's own cache then. */
  await answer.arrayBuffer();
  return answer.ok;
}

async function file(request) {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

async function kept(path) {
  try {
    for (const build of await order()) {
      const found = await (await caches.open(build)).match(path);
      if (found !== undefined) return found;
    }
  } catch {
    /* As if it were not kept: the network has it. */
  }
  return undefined;
}

let keeping = null;

/** One at a time: a page and its successor may both ask. */
function keepBuild() {
  keeping ??= keepNewest().finally(() => {
    keeping = null;
  });
  return keeping;
}

async function keepNewest() {
  const { build, files } = await (await fetched(LIST)).json();
  const name = PREFIX + build;
  const before = await order();
  if (before[0] === name) return;
  if (!before.includes(name)) {
    const html = await fetched(PAGE);
    const text = await html.clone().text();
    /* List and page are of two builds while one takes the other's place: the next time they will agree. */
    if (!files.filter((path) => path.endsWith('.js')).some((path) => text.includes(`"${path}"`))) return;
    const cache = await caches.open(name);
    try {
      for (const path of files) {
        const known = await kept(path);
        await cache.put(path, known ?? (await fetched(path)));
      }
      await cache.put(PAGE, html);
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }
  const next = [name, ...before.filter((each) => each !== name)].slice(0, BUILDS);
  await (await caches.open(ORDER)).put(ORDER_KEY, new Response(JSON.stringify(next)));
  for (const each of await caches.keys())
    if (each.startsWith(PREFIX) && each !== ORDER && !next.includes(each)) await caches.delete(each);
}

/** A file as the service has it, or an exception. */
async function fetched(path) {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
