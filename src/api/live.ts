import type { QueryClient } from '@tanstack/react-query';
import { LiveEvent } from '../contract/imports.ts';
import { livePath } from './paths.ts';
import { refetchScreen } from './refetch-screen.ts';

/** The part of `EventSource` that is needed here. */
export type EventStream = {
  addEventListener: (type: string, listener: (event: MessageEvent<string>) => void) => void;
  close: () => void;
  /** 2 once it is closed for good, as by a proxy's error page while the service starts anew. */
  readonly readyState?: number;
};

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource-closed */
const CLOSED = 2;

/**
 * Refetches what is on the screen when the data version moves: told by the service's live events, and by the polled
 * health for the case that a proxy swallows event streams. Values stay in place meanwhile. Gives back the way to stop.
 */
export function followDataVersion(
  client: QueryClient,
  open: (path: string) => EventStream = (path) => new EventSource(path),
): () => void {
  let version = healthVersion(client);
  const arrived = (next: number): void => {
    const moved = version !== null && next !== version;
    version = next;
    if (moved) refetchScreen(client);
  };
  const onEvent = (event: MessageEvent<string>): void => {
    const parsed = LiveEvent.safeParse(jsonOf(event.data));
    if (parsed.success) arrived(parsed.data.dataVersion);
  };
  const listen = (): EventStream => {
    const opened = open(livePath);
    opened.addEventListener('message', onEvent);
    opened.addEventListener('data', onEvent);
    return opened;
  };
  let stream = listen();
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (
      event.type !== 'updated' ||
      !isHealth(event.query.queryKey as readonly unknown[]) ||
      event.action.type !== 'success'
    )
      return;
    /* The service is heard again: so should its events be. */
    if (stream.readyState === CLOSED) stream = listen();
    const next = healthVersion(client);
    if (next !== null) arrived(next);
  });
  return () => {
    stream.close();
    unsubscribe();
  };
}

function isHealth([first]: readonly unknown[]): boolean {
  return first === 'health';
}

function healthVersion(client: QueryClient): number | null {
  return client.getQueryData<{ readonly dataVersion: number }>(['health'])?.dataVersion ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
