import { keepShell } from './shell-worker.ts';
import type { Wall } from './wall-engine.ts';

/**
 * What the browser tells of the machine: it woke, it is online again, the window has another size, something failed that
 * nobody caught. Gives back the way to stop listening.
 */
export function listenToMachine(wall: Wall): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const stirred = (): void => wall.stirred();
  window.addEventListener('online', stirred, { signal });
  window.addEventListener('pageshow', stirred, { signal });
  document.addEventListener('resume', stirred, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') wall.stirred();
    },
    { signal },
  );
  window.addEventListener('resize', () => wall.resized(), { signal });
  window.addEventListener('error', (event) => wall.failed('Error', event.error ?? event.message), { signal });
  window.addEventListener('unhandledrejection', (event) => wall.failed('Unhandled', event.reason), { signal });
  const stopKeeping = keepShell((error) => wall.failed('Shell', error));
  return () => {
    controller.abort();
    stopKeeping();
  };
}
