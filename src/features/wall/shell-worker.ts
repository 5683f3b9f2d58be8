import { WALL_PATH } from './wall-path.ts';

const WORKER = '/wall-worker.js';
/** Not while the first picture is made. */
const FIRST_AFTER = 3000;
/** For a machine whose service was away; where nothing is new it costs one small request. */
const AGAIN_EVERY = 600_000;

/**
 * Keeps the page's files for a boot without the service, by a service worker that answers for the wall alone. Only a
 * production build has one: in development, and on the mocks, whose worker answers the whole origin, it would be in the way.
 * `failed` is told what went wrong. Gives back the way to stop.
 */
export function keepShell(failed: (error: unknown) => void): () => void {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'mocks' || !('serviceWorker' in navigator))
    return () => undefined;
  const keep = (): void => void askToKeep().catch(failed);
  const first = setTimeout(keep, FIRST_AFTER);
  const again = setInterval(keep, AGAIN_EVERY);
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}

/** Takes away a worker that a production build left at this address: the mocks' own would not be asked for the wall. */
export async function leaveToMocks(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(WALL_PATH);
  if (registration?.scope === scope()) await registration.unregister();
}

function scope(): string {
  return new URL(WALL_PATH, location.href).href;
}

async function askToKeep(): Promise<void> {
  // Plain HTTP on another machine has no workers; the wall then has no page without its service, and works.
  const known = await navigator.serviceWorker.getRegistration(WALL_PATH);
  const own = known?.scope === scope() ? known : undefined;
  const registration =
    own ?? (await navigator.serviceWorker.register(WORKER, { scope: WALL_PATH, updateViaCache: 'none' }));
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  worker?.postMessage('keep');
}
