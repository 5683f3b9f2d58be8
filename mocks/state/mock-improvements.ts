import type {
  Improvement,
  ImprovementChange,
  ImprovementWithdrawal,
  NewImprovement,
} from '../../src/contract/improvements.ts';
import type { MockClock } from './mock-clock.ts';

export type MockImprovements = {
  /** Those that stand: the latest to take effect first, ideas last. */
  readonly standing: () => readonly Improvement[];
  /** Withdrawn ones too. */
  readonly find: (id: string) => Improvement | undefined;
  /** The request that made it; undefined for one of the dataset. */
  readonly madeBy: (id: string) => string | undefined;
  readonly add: (given: NewImprovement) => Improvement;
  readonly change: (before: Improvement, change: ImprovementChange) => Improvement;
  readonly withdraw: (before: Improvement, withdrawal: ImprovementWithdrawal) => Improvement;
};

const inOrder = (a: Improvement, b: Improvement): number =>
  (b.effective ?? '').localeCompare(a.effective ?? '') || a.title.localeCompare(b.title) || a.id.localeCompare(b.id);

/** Improvements of one mocked service; `moved` is called when the data version moves. It refuses nothing. */
export function createImprovements(
  ofDataset: () => readonly Improvement[],
  clock: MockClock,
  moved: () => void,
): MockImprovements {
  const written = new Map<string, Improvement>();
  const requests = new Map<string, string>();
  const all = (): readonly Improvement[] => {
    const given = ofDataset();
    const known = new Set(given.map(({ id }) => id));
    return [
      ...given.map((improvement) => written.get(improvement.id) ?? improvement),
      ...[...written.values()].filter(({ id }) => !known.has(id)),
    ];
  };
  const keep = (improvement: Improvement): Improvement => {
    written.set(improvement.id, improvement);
    moved();
    return improvement;
  };
  const next = (before: Improvement, by: string, change: Partial<Improvement>): Improvement =>
    keep({ ...before, ...change, revision: before.revision + 1, changedBy: by, changedAt: clock.next() });
  return {
    standing: () => [...all()].filter(({ state }) => state === 'stands').sort(inOrder),
    find: (id) => all().find((improvement) => improvement.id === id),
    madeBy: (id) => requests.get(id),
    add: (given) => {
      const { id, author, words } = given;
      requests.set(id, JSON.stringify(given));
      const told = { revision: 1, changedBy: author, changedAt: clock.next() };
      return keep({ id, ...words, state: 'stands', origin: 'kept', ...told });
    },
    change: (before, { author, words }) => next(before, author, words),
    withdraw: (before, { author }) => next(before, author, { state: 'withdrawn' }),
  };
}
