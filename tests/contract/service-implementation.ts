import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccountsImplementation } from './accounts-implementation.ts';
import { createLog } from '../../server/log.ts';
import { readSettings } from '../../server/settings.ts';
import { startService } from '../../server/start-service.ts';
import { importText, type Implementation, type Running } from './implementation.ts';
import { COVERS, SMALL_COMPANY } from './small-company.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Monday 30 November 2026, when week 46 is final for every indicator. */
const NOW = Date.parse('2026-11-30T07:41:00Z');

type Started = Running & { readonly firstAdministrator: string | null };

async function startEmpty(environment: Readonly<Record<string, string>> = {}): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-contract-'));
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: folder,
    KEPT_ORGANISATION: 'Small company',
    KEPT_TIME_ZONE: 'Europe/Madrid',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const startedAt = performance.now();
  const clock = (): number => Math.round(NOW + performance.now() - startedAt);
  const service = await startService({
    ...{ settings, log: createLog('silent'), clock, root: ROOT },
    passwordCost: { logN: 8, r: 8, p: 1 },
  });
  return {
    firstAdministrator: service.firstAdministrator,
    ask: async (path, init) => fetch(new URL(path, service.url), init),
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The service over HTTP on a SQLite database in a folder of its own; its records come in by its own endpoint. */
export const service: Implementation = {
  name: 'service',
  start: async (holds) => {
    const running = await startEmpty();
    if (holds === 'nothing') return running;
    for (const { kind, text, covers } of SMALL_COMPANY) {
      const query = { kind, fileName: `${kind}.csv`, strict: 'true', ...(covers ? { covers: COVERS } : {}) };
      const report = await importText(running, text, query);
      if (report.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(report)}`);
    }
    return running;
  },
};

/** The same, where people sign in with e-mail and password. */
export const serviceWithAccounts: AccountsImplementation = {
  name: 'service',
  start: async () => {
    const { firstAdministrator, ...running } = await startEmpty({ KEPT_SIGN_IN: 'accounts' });
    if (firstAdministrator === null) throw new Error('there is no link for the first administrator');
    return { ...running, firstAdministrator };
  },
};
