import type { ImportProgress, ImportReport } from '../../src/contract/imports.ts';
import type { ImportJobs } from './import-jobs.ts';

/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 15_000;

const ended = ({ id, status, counts }: ImportReport): ImportProgress => ({
  id,
  status,
  phase: 'done',
  rowsRead: counts.read,
  rowsPerSecond: 0,
  fraction: status === 'done' ? 1 : null,
  secondsLeft: 0,
});

/** Server-sent events of one import: how it stands now, every step, and its end, after which the stream closes. */
export const progressEvents = (
  jobs: Pick<ImportJobs, 'progress' | 'watch'>,
  report: ImportReport,
  signal: AbortSignal,
): Response => {
  const text = new TextEncoder();
  let stop = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const heartbeat = setInterval(() => {
        controller.enqueue(text.encode(': heartbeat\n\n'));
      }, HEARTBEAT_MS);
      heartbeat.unref();
      let unwatch = (): void => undefined;
      stop = () => {
        clearInterval(heartbeat);
        unwatch();
        stop = () => undefined;
      };
      const send = (progress: ImportProgress): void => {
        controller.enqueue(text.encode(`data: ${JSON.stringify(progress)}\n\n`));
        if (progress.phase !== 'done') return;
        stop();
        controller.close();
      };
      unwatch = jobs.watch(report.id, send);
      signal.addEventListener(
        'abort',
        () => {
          stop();
        },
        { once: true },
      );
      send(jobs.progress(report.id) ?? ended(report));
    },
    cancel: () => {
      stop();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
};
