import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bumpDataVersion } from '../../../server/db/data-version.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import type { Transaction } from '../../../server/db/database.ts';
import { createLog } from '../../../server/log.ts';
import { readSettings } from '../../../server/settings.ts';
import { startService, type RunningService } from '../../../server/start-service.ts';
import { ROOT } from '../../../server/build-id.ts';
import { TIME_ZONE } from '../service.ts';

/** Sources that a build id is made of, and what the service reads beside them. */
const SHARED = ['server', 'src', 'package.json', 'node_modules'];

/**
 * A folder that stands for one build: the same sources, and an app that differs from that of the build before. Every build
 * has an id of its own; a page's files alternate between two that Vite made.
 */
export const layBuild = async (folder: string, place: number, apps: readonly [string, string]): Promise<string> => {
  const root = join(folder, `build-${place}`);
  await mkdir(root, { recursive: true });
  for (const name of SHARED) await symlink(join(ROOT, name), join(root, name));
  await cp(apps[place % 2 === 0 ? 0 : 1], join(root, 'dist'), { recursive: true });
  const page = join(root, 'dist', 'index.html');
  await writeFile(page, `${await readFile(page, 'utf8')}<!-- build ${place} -->\n`);
  return root;
};

/** What the slides of the soak's display show, and what these are made of. */
const INDICATORS = [
  ...['promise-kept', 'on-time', 'in-full', 'right-first-time', 'price-as-promised', 'repeated-claims'],
  ...['claims-opened', 'retention-12-week', 'resolved-in-promise', 'service-grade'],
] as const;

/**
 * Makes the sample company small: the newest weeks of ten indicators, and customers without names, which every new board is
 * held against. Otherwise the soak would measure the service, 20,000 times.
 */
export const makeSmall = async (dataFolder: string, weeks: number): Promise<void> => {
  const db = await openDatabase({ kind: 'sqlite', folder: dataFolder });
  await db.transaction(async (tx) => {
    await tx.exec(
      `delete from observations
       where indicator_id not in (${INDICATORS.map((id) => `'${id}'`).join(', ')})
         or week < (select max(week) from observations) - ${weeks}`,
    );
    await tx.exec(`update customers set name = null`);
    await bumpDataVersion(tx, Date.now());
  });
  await db.close();
};

export type SoakService = {
  readonly url: string;
  /** Moves one figure of the newest week that has any, as an import would, and the data version with it. */
  readonly update: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * The service as it is, on a data folder that holds the sample company, with the simulated time for its clock. In place of
 * an import with its roll-up, which is measured elsewhere, an update writes the figure.
 */
export const startSoakService = async (dataFolder: string, root: string, clock: () => number): Promise<SoakService> => {
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: dataFolder,
    KEPT_TIME_ZONE: TIME_ZONE,
    KEPT_LOCALE: 'en-GB',
    LOG_LEVEL: 'silent',
  });
  const service: RunningService = await startService({ settings, clock, root, log: createLog('silent') });
  const { db, live } = service.ctx;
  let step = 1;
  return {
    url: service.url,
    update: async () => {
      const version = await db.transaction(async (tx) => {
        await moveFigure(tx, step);
        return bumpDataVersion(tx, clock());
      });
      step = -step;
      live.announce(version);
    },
    stop: service.stop,
  };
};

const moveFigure = async (tx: Transaction, by: number): Promise<void> => {
  await tx.exec(
    `update observations set numerator = numerator + $1
     where indicator_id = 'right-first-time'
       and week = (select max(week) - 2 from observations where indicator_id = 'right-first-time')`,
    [by],
  );
};
