import type { ServiceContext } from '../context.ts';
import { readDataVersion, writeSetting } from '../db/data-version.ts';
import type { EndedJob } from '../jobs/import-jobs.ts';
import { markDied, NOT_WRITTEN } from '../jobs/recover-imports.ts';
import { isBefore, watchClock } from './clock-watch.ts';
import { noteFailure } from './observe-database.ts';
import { probeFolder, type FolderTrouble } from './probe-folder.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

const TROUBLED_MS = 5000;
/** Every sixth time where nothing is known to be wrong. */
const CALM_TIMES = 6;

export type GuardInput = {
  readonly ctx: Pick<ServiceContext, 'db' | 'clock' | 'settings' | 'log' | 'condition'>;
  readonly probe?: (folder: string) => Promise<FolderTrouble | null>;
  /** Milliseconds of a clock that never goes back. */
  readonly steadyClock?: () => number;
};

/** Looks every half minute whether the service can work, and every five seconds while it cannot: it ends troubles by itself. */
export type Guard = {
  /** One look; never throws. */
  readonly look: () => Promise<void>;
  /** Learns from a job, which has a connection of its own. */
  readonly jobEnded: (job: EndedJob) => void;
  readonly start: () => () => Promise<void>;
};

export const createGuard = ({ ctx, probe = probeFolder, steadyClock = () => performance.now() }: GuardInput): Guard => {
  const { db, clock, settings, log, condition } = ctx;
  const watch = watchClock(clock, steadyClock);
  /** Imports that failed while the database could not be written: their rows may still say that they run. */
  const unsettled = new Set<number>();

  const lookAtFolder = async (): Promise<void> => {
    const trouble = await probe(settings.dataFolder);
    if (trouble === null) condition.clear('folder');
    else condition.raise('folder', trouble, TROUBLE_WORDS[trouble]);
  };

  /** A small write of its own tells whether writing works again. */
  const lookAtWrites = async (): Promise<void> => {
    if (condition.of('writes') === null || condition.of('folder') !== null) return;
    await db.transaction(async (tx) => writeSetting(tx, 'last-probe', String(clock())), { waitMs: 1000 });
  };

  const lookAtPages = async (): Promise<void> => {
    if (condition.of('database') !== 'damaged') return;
    if (db.dialect === 'sqlite') {
      const found = await db.background.all<{ quick_check: string }>('pragma quick_check(1)');
      if (found[0]?.quick_check !== 'ok') return;
    }
    condition.clear('database');
  };

  const lookAtClock = async (): Promise<void> => {
    const by = watch.jumped();
    if (by !== null) log.warn({ seconds: Math.round(by / 1000) }, 'the clock jumped');
    const { changedAt } = await readDataVersion(db);
    const now = clock();
    if (!isBefore(now, changedAt)) {
      condition.clear('clock');
      return;
    }
    condition.raise(
      'clock',
      'clock',
      `The clock of the service says ${new Date(now).toISOString().slice(0, 16)}Z, which is before its last import: ` +
        'which week is complete and what is late may be told wrongly. It is right again once the clock is.',
    );
  };

  const settle = async (): Promise<void> => {
    if (condition.of('writes') !== null || condition.of('database') !== null) return;
    for (const id of unsettled) {
      await markDied(db, id, clock(), NOT_WRITTEN);
      unsettled.delete(id);
    }
  };

  const look = async (): Promise<void> => {
    for (const step of [lookAtFolder, lookAtClock, lookAtWrites, lookAtPages, settle]) {
      try {
        await step();
      } catch (error) {
        /* What the database says of itself is noted by then; anything else must not end the watch. */
        noteFailure(condition, error);
        if (!condition.any()) log.warn({ err: error }, 'the look at the service failed');
      }
    }
  };

  return {
    look,
    jobEnded: ({ id, failure }) => {
      if (failure === null) return;
      if (failure === 'disk-full') condition.raise('writes', failure, TROUBLE_WORDS[failure]);
      unsettled.add(id);
    },
    start: () => {
      let times = 0;
      let looking: Promise<void> | null = null;
      const timer = setInterval(() => {
        times += 1;
        const due = times % CALM_TIMES === 0 || condition.any() || unsettled.size > 0;
        if (!due || looking !== null) return;
        looking = look().finally(() => {
          looking = null;
        });
      }, TROUBLED_MS);
      timer.unref();
      return async () => {
        clearInterval(timer);
        await looking;
      };
    },
  };
};
