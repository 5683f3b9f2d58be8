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

/** The builds that are kept, the newest first. */
async function order() {
  const found = await (await caches.open(ORDER)).match(ORDER_KEY);
  return found === undefined ? [] : found.json();
}

async function page(request) {
  let answer;
  try {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), NETWORK_WITHIN));
    answer = await Promise.race([fetch(request), late]);
    if (await isOurs(answer)) return answer;
  } catch {
    /* Nothing answers: what is kept does. */
  }
  return (await kept(PAGE)) ?? answer ?? Response.error();
}

/** A proxy's word that the service is away is no page, nor is the sign-in of a network. */
async function isOurs(answer) {
  return answer.ok && (await answer.clone().text()).includes('<div id="app">');
}

async function file(request) {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

async function kept(path) {
  for (const build of await order()) {
    const found = await (await caches.open(build)).match(path);
    if (found !== undefined) return found;
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
