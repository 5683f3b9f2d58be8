import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ServiceError } from '../../../src/contract/errors.ts';
import { ImportProgress, ImportReport, Imports } from '../../../src/contract/imports.ts';
import { createImportJobs } from '../../../server/jobs/import-jobs.ts';
import { createLog } from '../../../server/log.ts';
import { contentsOf, withDatabase } from '../importing/test-database.ts';
import { ordersCsv, type TestService, withService } from './test-service.ts';

/* Every import starts a thread; the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const reportOf = async (response: Response): Promise<ImportReport> => ImportReport.parse(await response.json());
const errorOf = async (response: Response): Promise<ServiceError> => ServiceError.parse(await response.json());

const start = async ({ request }: TestService, body: string, query: string): Promise<ImportReport> => {
  const response = await request('POST', `/api/imports?fileName=o.csv&${query}`, body);
  expect(response.status).toBe(202);
  return reportOf(response);
};

describe('imports over HTTP', () => {
  it('stream the body into a worker, are listed, found and undone, and announce the data version', async () => {
    await withService(async (service) => {
      const before = await contentsOf(service.db);
      const done = await start(service, ordersCsv(500), 'kind=orders&wait=true');
      expect(done).toMatchObject({ id: 1, status: 'done', counts: { read: 500, new: 500 }, source: 'orders' });
      expect(service.announced).toEqual([1]);
      const list = Imports.parse(await (await service.request('GET', '/api/imports')).json());
      expect(list.imports.map(({ id, status }) => [id, status])).toEqual([[1, 'done']]);
      expect(await reportOf(await service.request('GET', '/api/imports/1'))).toEqual(done);
      expect(await readdir(join(service.folder, 'uploads'))).toEqual([]);
      expect(await reportOf(await service.request('DELETE', '/api/imports/1'))).toMatchObject({ status: 'undone' });
      expect(service.announced).toEqual([1, 2]);
      expect(await contentsOf(service.db)).toBe(before);
      const again = await service.request('DELETE', '/api/imports/1');
      expect([again.status, (await errorOf(again)).code]).toEqual([409, 'conflict']);
    });
  });

  it('queue one behind the other, and tell every step until the end', async () => {
    await withService(async (service) => {
      const first = await start(service, ordersCsv(2000, 'a'), 'kind=orders');
      const second = await start(service, ordersCsv(2000, 'b'), 'kind=orders');
      expect([first.id, second.id]).toEqual([1, 2]);
      expect(second.status).toBe('queued');
      const stream = await service.request('GET', '/api/imports/2/progress');
      expect(stream.headers.get('content-type')).toBe('text/event-stream');
      const events = (await stream.text())
        .split('\n\n')
        .filter((event) => event.startsWith('data: '))
        .map((event) => ImportProgress.parse(JSON.parse(event.slice(6))));
      expect(events[0]).toMatchObject({ id: 2, status: 'queued', phase: 'waiting' });
      expect(events.at(-1)).toMatchObject({ id: 2, status: 'done', phase: 'done', fraction: 1 });
      expect(await reportOf(await service.request('GET', '/api/imports/1'))).toMatchObject({ status: 'done' });
      const late = await (await service.request('GET', '/api/imports/1/progress')).text();
      expect(late).toMatch(/"phase":"done"/);
    });
  });

  it('cancelled while they run or wait leave nothing behind', async () => {
    await withService(async (service) => {
      const before = await contentsOf(service.db);
      const running = await start(service, ordersCsv(200_000, 'a'), 'kind=orders');
      const waiting = await start(service, ordersCsv(10, 'b'), 'kind=orders');
      await new Promise<void>((resolve) => {
        service.jobs.watch(running.id, ({ rowsRead }) => {
          if (rowsRead > 0) resolve();
        });
      });
      expect(await reportOf(await service.request('DELETE', `/api/imports/${waiting.id}`))).toMatchObject({
        status: 'cancelled',
      });
      expect(await reportOf(await service.request('DELETE', `/api/imports/${running.id}`))).toMatchObject({
        status: 'cancelled',
      });
      expect(await contentsOf(service.db)).toBe(before);
      expect(service.announced).toEqual([]);
      expect(service.jobs.busy()).toBe(false);
    });
  });

  it('cancelled while their figures are counted leave nothing behind', async () => {
    await withService(async (service) => {
      const before = await contentsOf(service.db);
      const { id } = await start(service, ordersCsv(60_000, 'a'), 'kind=orders');
      await new Promise<void>((resolve) => {
        service.jobs.watch(id, ({ phase }) => {
          if (phase === 'writing' || phase === 'rolling-up') resolve();
        });
      });
      expect(await reportOf(await service.request('DELETE', `/api/imports/${id}`))).toMatchObject({
        status: 'cancelled',
      });
      expect(await contentsOf(service.db)).toBe(before);
    });
  });

  it('that are refused say why, line and column, and list their refused rows for download', async () => {
    await withService(async (service) => {
      const broken = await start(service, 'order_id,customer_id,ordered_at\no1,"c', 'kind=orders&wait=true');
      expect(broken).toMatchObject({ status: 'failed', error: { line: 2, column: 'customer_id' } });
      const partly = await start(service, `${ordersCsv(2)}=o,c,never\n`, 'kind=orders&wait=true');
      expect(partly).toMatchObject({ status: 'done', counts: { new: 2, refused: 1 } });
      const list = await service.request('GET', `/api/imports/${partly.id}/refused.csv`);
      expect(list.headers.get('content-disposition')).toMatch(/attachment; filename="refused-o.csv"/);
      expect(await list.text()).toMatch(/^order_id,.*\r\n'=o,c,never,4,ordered_at,never,This is no date\.\r\n$/);
      const none = await service.request('GET', `/api/imports/${broken.id}/refused.csv`);
      expect(none.status).toBe(404);
    });
  });

  it.each([
    ['without saying what it is', 'fileName=o.csv', 'kind'],
    ['with preset and kind', 'fileName=o.csv&preset=scms&kind=orders', 'kind'],
    ['with an unknown kind', 'fileName=o.csv&kind=parcels', 'kind'],
    ['with a mapping that is no JSON', 'fileName=o.csv&kind=orders&mapping=x', 'mapping'],
    ['with a span that ends before it starts', 'fileName=o.csv&kind=orders&covers=2024-02-01..2024-01-01', 'covers'],
    ['without a file name', 'kind=orders', 'fileName'],
  ])('%s are refused before the file is read, naming the parameter', async (_guard, query, at) => {
    await withService(async (service) => {
      const response = await service.request('POST', `/api/imports?${query}`, ordersCsv(2));
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toMatchObject({ code: 'bad-request', at });
    });
  });

  it('larger than the limit are refused while they stream, and leave no file', async () => {
    await withService(
      async (service) => {
        const response = await service.request('POST', '/api/imports?fileName=o.csv&kind=orders', ordersCsv(80_000));
        expect(response.status).toBe(413);
        expect((await errorOf(response)).code).toBe('too-large');
        expect(await readdir(join(service.folder, 'uploads'))).toEqual([]);
      },
      { KEPT_IMPORT_LIMIT_MB: '1' },
    );
  });

  it('of no number are not found', async () => {
    await withService(async (service) => {
      for (const id of ['7', '0x7', '99999999999999999999']) {
        expect((await service.request('GET', `/api/imports/${id}`)).status).toBe(404);
      }
    });
  });

  it('whose thread dies are marked failed, and the next one runs in a new thread', async () => {
    await withDatabase(async ({ db, settings }) => {
      const folder = join(settings.dataFolder, 'kept.db', 'is no folder');
      const crashed: number[] = [];
      const jobs = createImportJobs({
        db,
        settings: { ...settings, location: { kind: 'sqlite', folder } },
        log: createLog('silent'),
        announce: () => undefined,
        onCrash: (id) => {
          crashed.push(id);
          return Promise.resolve();
        },
      });
      for (const id of [1, 2]) {
        jobs.add({ does: 'undo', id, now: 0 });
        expect(await jobs.ended(id)).toMatchObject({ ended: 'failed', code: 'internal' });
      }
      expect(crashed).toEqual([1, 2]);
      expect(jobs.busy()).toBe(false);
      await jobs.close();
    });
  });

  it('make the sample a conflict, since it is for an empty service alone', async () => {
    await withService(async (service) => {
      await start(service, ordersCsv(2), 'kind=orders&wait=true');
      const response = await service.request('POST', '/api/sample');
      expect([response.status, (await errorOf(response)).code]).toEqual([409, 'conflict']);
    });
  });
});
