import type { Trouble } from '../../src/contract/health.ts';
import type { Log } from '../log.ts';

/** Who noticed: each clears what it raised itself. */
export type TroubleSource = 'database' | 'writes' | 'folder' | 'clock';

export type TroubleKind = Trouble['kind'] | 'unavailable';

type Raised = { readonly kind: TroubleKind; readonly message: string; readonly since: number };

/** What keeps the service from working as it should, since when. Told in the log once when it begins and once when it ends. */
export type Condition = {
  readonly raise: (source: TroubleSource, kind: TroubleKind, message: string) => void;
  readonly clear: (source: TroubleSource) => void;
  readonly of: (source: TroubleSource) => TroubleKind | null;
  readonly any: () => boolean;
  /** The worst one that a page is told of; null when there is none. */
  readonly told: () => Trouble | null;
};

/** The worst first. A database that does not answer is told by every request itself. */
const ORDER: readonly TroubleSource[] = ['database', 'writes', 'folder', 'clock'];

export const createCondition = (log: Log, clock: () => number): Condition => {
  const raised = new Map<TroubleSource, Raised>();
  return {
    raise: (source, kind, message) => {
      const before = raised.get(source);
      if (before?.kind === kind) return;
      raised.set(source, { kind, message, since: clock() });
      log.error({ trouble: kind, source }, message);
    },
    clear: (source) => {
      const before = raised.get(source);
      if (before === undefined) return;
      raised.delete(source);
      const seconds = Math.max(0, Math.round((clock() - before.since) / 1000));
      log.info({ trouble: before.kind, source, seconds }, 'over');
    },
    of: (source) => raised.get(source)?.kind ?? null,
    any: () => raised.size > 0,
    told: () => {
      for (const source of ORDER) {
        const found = raised.get(source);
        if (found === undefined || found.kind === 'unavailable') continue;
        return { kind: found.kind, message: found.message, since: new Date(found.since).toISOString() };
      }
      return null;
    },
  };
};
