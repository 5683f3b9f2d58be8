import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from 'hono';
import { ImportQuery, type ImportReport } from '../../src/contract/imports.ts';
import type { RegisterRoutes } from '../app.ts';
import { assertCells, assertKinds, assertOwnImport, isOwnImport, withoutCells } from '../auth/import-rights.ts';
import { callerOf, nameOf } from '../auth/caller.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { checkDiskSpace } from '../importing/disk-space.ts';
import { refusedPath } from '../importing/refused-list.ts';
import type { ImportJobs } from '../jobs/import-jobs.ts';
import { progressEvents } from '../jobs/progress-events.ts';
import { uploadFolder, uploadName } from '../jobs/recover-imports.ts';
import { getImport } from '../services/get-import.ts';
import type { ImportContext } from '../services/import-context.ts';
import { choiceOf, importRecords } from '../services/import-records.ts';
import { listImports } from '../services/list-imports.ts';
import { undoImport } from '../services/undo-import.ts';

const tooLarge = (limit: number): ServiceFailure =>
  new ServiceFailure(
    'too-large',
    `A file may have at most ${Math.floor(limit / 1_048_576).toLocaleString('en')} MB. Split it.`,
  );

/** Passes bytes on up to a limit. */
const limited = (limit: number): Transform => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limit ? tooLarge(limit) : null, chunk);
    },
  });
};

const receive = async (request: Request, folder: string, limit: number): Promise<string> => {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > limit) throw tooLarge(limit);
  if (request.body === null) throw new ServiceFailure('bad-request', 'The body of the request must be the file.');
  await mkdir(folder, { recursive: true });
  await checkDiskSpace(folder, Number.isNaN(announced) ? 0 : announced);
  const path = join(folder, uploadName());
  try {
    await pipeline(Readable.fromWeb(request.body), limited(limit), createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
};

const idOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

/** Imports: start, list, look at, follow, undo. */
export const importRoutes =
  (jobs: ImportJobs): RegisterRoutes =>
  (app, { db, clock, settings }) => {
    const ctx: ImportContext = { db, clock, settings, jobs };
    app.post('/api/imports', async (c) => {
      const query = parseQuery(ImportQuery, new URL(c.req.url).searchParams);
      assertKinds(callerOf(c).principal, choiceOf(query));
      const path = await receive(c.req.raw, uploadFolder(settings.dataFolder), settings.importLimitBytes);
      return c.json(await importRecords(ctx, { query, path, by: nameOf(callerOf(c).principal) }), 202);
    });

    app.get('/api/imports', async (c) => {
      const { principal } = callerOf(c);
      const { imports } = await listImports(ctx);
      const shown = imports.filter((report) => principal.kind !== 'key' || isOwnImport(principal, report));
      return c.json({ imports: shown.map((report) => withoutCells(principal, report)) });
    });

    /** One import, where it is one that the caller may see. */
    const importIn = async (c: Context): Promise<ImportReport> => {
      const report = await getImport(ctx, idOf(c.req.param('id') ?? ''));
      assertOwnImport(callerOf(c).principal, report);
      return report;
    };

    app.get('/api/imports/:id', async (c) => c.json(withoutCells(callerOf(c).principal, await importIn(c))));

    app.delete('/api/imports/:id', async (c) => {
      const { id } = await importIn(c);
      return c.json(withoutCells(callerOf(c).principal, await undoImport(ctx, id)));
    });

    app.get('/api/imports/:id/progress', async (c) => {
      return progressEvents(jobs, await importIn(c), c.req.raw.signal);
    });

    app.get('/api/imports/:id/refused.csv', async (c) => {
      const report = await importIn(c);
      assertCells(callerOf(c).principal, report);
      const { id, fileName } = report;
      const path = refusedPath(ctx.settings.dataFolder, id);
      const found = await stat(path).catch(() => null);
      if (found === null) throw new ServiceFailure('not-found', 'No row of this import was refused.', 'id');
      const name = `refused-${fileName.replace(/[^\w.-]+/g, '_')}`.slice(0, 100);
      return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-length': String(found.size),
          'content-disposition': `attachment; filename="${name}${name.endsWith('.csv') ? '' : '.csv'}"`,
          'cache-control': 'no-store',
        },
      });
    });
  };
