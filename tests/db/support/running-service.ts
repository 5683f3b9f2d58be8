import { createLog, type Log } from '../../../server/log.ts';
import type { DatabaseLocation } from '../../../server/db/open-database.ts';
import { readSettings, type Settings } from '../../../server/settings.ts';
import { startService, type RunningService } from '../../../server/start-service.ts';
import type { Running } from '../../contract/implementation.ts';

/** Monday 30 November 2026, when week 46 of the small company is final for every indicator. */
export const NOW = Date.parse('2026-11-30T07:41:00Z');

export const settingsFor = (
  location: DatabaseLocation,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Settings =>
  readSettings({
    PORT: '0',
    DATA_DIR: folder,
    ...(location.kind === 'postgres' ? { DATABASE_URL: location.url } : {}),
    KEPT_ORGANISATION: 'Small company',
    KEPT_TIME_ZONE: 'Europe/Madrid',
    LOG_LEVEL: 'silent',
    ...more,
  });

export type RunningOn = Running & { readonly service: RunningService };

export type RunningOptions = { readonly clock?: () => number; readonly log?: Log };

/** The service over HTTP on a database of the test's, with a clock that stands still unless the test brings another. */
export const startOn = async (settings: Settings, { clock, log }: RunningOptions = {}): Promise<RunningOn> => {
  const service = await startService({
    settings,
    log: log ?? createLog('silent'),
    clock: clock ?? (() => NOW),
    root: process.cwd(),
  });
  return { service, ask: async (path, init) => fetch(new URL(path, service.url), init), stop: service.stop };
};
