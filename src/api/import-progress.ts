import { ImportProgress } from '../contract/imports.ts';
import type { EventStream } from './live.ts';
import { importProgressPath } from './paths.ts';

const ENDED: ReadonlySet<ImportProgress['status']> = new Set(['done', 'failed', 'cancelled', 'undone']);

/**
 * Follows the progress of one import until it has ended (`onEnd` is then called once). A broken stream reconnects by
 * itself (EventSource). Gives back the way to stop listening; the import itself goes on.
 */
export function followImport(
  id: number,
  onProgress: (progress: ImportProgress) => void,
  onEnd: () => void,
  open: (path: string) => EventStream = (path) => new EventSource(path),
): () => void {
  const stream = open(importProgressPath(id));
  const onEvent = (event: MessageEvent<string>): void => {
    const parsed = ImportProgress.safeParse(parse(event.data));
    if (!parsed.success) return;
    onProgress(parsed.data);
    if (!ENDED.has(parsed.data.status)) return;
    stream.close();
    onEnd();
  };
  stream.addEventListener('message', onEvent);
  stream.addEventListener('progress', onEvent);
  return () => stream.close();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
