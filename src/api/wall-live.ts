import { WallEvent } from '../contract/displays.ts';
import type { EventStream } from './live.ts';
import { wallLivePath } from './paths.ts';

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource-closed */
const CLOSED = 2;

export type WallStream = {
  /** Opens the stream where there is none, or where it was closed for good. */
  readonly keepOpen: () => void;
  readonly close: () => void;
};

/**
 * The events of a display. `opened`: a stream is open again after it was lost, so the service is there; what it told
 * meanwhile is not known. A stream is a hint alone: polling goes on whether one reaches this screen or not.
 */
export function wallStream(
  on: { readonly opened: () => void; readonly event: (event: WallEvent) => void },
  open: (path: string) => EventStream = (path) => new EventSource(path),
): WallStream {
  let stream: EventStream | null = null;
  let openedOnce = false;
  const onOpen = (): void => {
    if (openedOnce) on.opened();
    openedOnce = true;
  };
  const onEvent = (event: MessageEvent<string>): void => {
    const parsed = WallEvent.safeParse(jsonOf(event.data));
    if (parsed.success) on.event(parsed.data);
  };
  const close = (): void => {
    stream?.close();
    stream = null;
  };
  return {
    close,
    keepOpen: () => {
      if (stream !== null && stream.readyState !== CLOSED) return;
      close();
      stream = open(wallLivePath);
      stream.addEventListener('open', onOpen);
      stream.addEventListener('message', onEvent);
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
