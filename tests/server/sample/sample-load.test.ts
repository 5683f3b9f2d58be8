import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext, type ServiceContext } from '../../../server/context.ts';
import { createLog } from '../../../server/log.ts';
import { writeRecords } from '../../../server/records/write-records.ts';
import { SAMPLE_SOURCE } from '../../../server/sample/types.ts';
import { getObservations } from '../../../server/services/get-observations.ts';
import { readSettings } from '../../../server/settings.ts';
import type { Observations } from '../../../src/contract/observations.ts';
import { isoWeekLabel } from '../../../src/domain/week.ts';
import { openTestSqlite, type TestDatabase } from '../../db/setup/test-databases.ts';
import { kept, NOW, OPTIONS, PLANTED } from './collect-sample.ts';

const { weeks, carrierChange, fix, smallTeam, gapWeek, lateRows } = PLANTED;
type Columns = {
  readonly numerators: ReadonlyArray<number | null>;
  readonly denominators: ReadonlyArray<number | null>;
};

/** From the rows through the writer and the roll-up to the answer that the page gets: the whole way, on SQLite. */
describe('the sample company, loaded', { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let ctx: ServiceContext;
  beforeAll(async () => {
    database = await openTestSqlite();
    const settings = readSettings({ KEPT_TIME_ZONE: OPTIONS.timeZone });
    for (const [index, one] of kept().entries()) {
      await writeRecords(database.db, {
        importId: index + 1,
        sourceSystem: SAMPLE_SOURCE,
        recordedAt: one.recordedAt,
        now: one.now,
        batches: one.batches(),
        covers: { how: 'listed', spans: one.covers },
        settings,
        strict: true,
      });
    }
    ctx = createContext({
      db: database.db,
      clock: () => NOW,
      settings,
      log: createLog('silent'),
      build: 'test',
      jobs: { busy: () => false },
    });
  }, 120_000);
  afterAll(async () => {
    await database.remove();
  });

  const observed = async (indicator: string, team: readonly string[] = []): Promise<Observations> =>
    getObservations(
      ctx,
      await ctx.data.index(),
      { indicator: [indicator], team: [...team], by: 'scope' },
      { from: weeks.from, to: weeks.to },
    );
  const columns = async (indicator: string, team: readonly string[] = []): Promise<Columns> => {
    const { series } = await observed(indicator, team);
    return series[0] ?? { numerators: [], denominators: [] };
  };
  const ratio = ({ numerators, denominators }: Columns, from: number, to: number): number => {
    const sum = (column: ReadonlyArray<number | null>) =>
      column.slice(from - weeks.from, to - weeks.from + 1).reduce<number>((total, value) => total + (value ?? 0), 0);
    return sum(numerators) / sum(denominators);
  };

  it('shows the carrier change in on-time of its teams', async () => {
    const found = await columns('on-time', carrierChange.teams);
    const before = ratio(found, carrierChange.weeks.from - 52, carrierChange.weeks.from - 1);
    const after = ratio(found, carrierChange.weeks.from, carrierChange.weeks.to);
    expect(before - after).toBeGreaterThan(0.02);
    expect(before - after).toBeLessThan(0.05);
  });

  it('shows the fix in repeated claims: about half of what they were', async () => {
    const found = await columns('repeated-claims');
    const before = ratio(found, fix.week - 16, fix.week - 1);
    const after = ratio(found, fix.week, weeks.to);
    expect(before).toBeGreaterThan(0.14);
    expect(before).toBeLessThan(0.21);
    expect(after / before).toBeGreaterThan(0.35);
    expect(after / before).toBeLessThan(0.7);
  });

  it.each(['on-time', 'in-full', 'repeated-claims', 'service-grade', 'retention-12-week', 'active-customers'])(
    'leaves a gap and no zero in the week without an import: %s',
    async (indicator) => {
      const { numerators, denominators } = await columns(indicator);
      const at = gapWeek - weeks.from;
      expect([numerators[at], denominators[at]]).toEqual([null, null]);
      expect(numerators[at - 1]).not.toBeNull();
      expect(numerators[at + 1]).not.toBeNull();
    },
  );

  it('keeps every weekly denominator of the small team under 10', async () => {
    for (const indicator of ['on-time', 'promise-kept', 'right-first-time', 'service-grade', 'repeated-claims']) {
      const { denominators } = await columns(indicator, [smallTeam.teamId]);
      expect(Math.max(...denominators.map((value) => value ?? 0))).toBeLessThan(smallTeam.denominatorBelow);
    }
  });

  it('remembers what the week was before its late rows came', async () => {
    const { restatements } = await observed('on-time');
    expect(restatements.map(({ week }) => week)).toEqual([isoWeekLabel(lateRows.week)]);
    const [was] = restatements;
    const is = ratio(await columns('on-time'), lateRows.week, lateRows.week);
    expect((was?.wasNumerator ?? 0) / (was?.wasDenominator ?? 1) - is).toBeGreaterThan(0.005);
  });

  const LEVELS: ReadonlyArray<{
    readonly indicator: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
  }> = [
    { indicator: 'promise-kept', factor: 100, low: 82, high: 86 },
    { indicator: 'right-first-time', factor: 100, low: 95.4, high: 96.6 },
    { indicator: 'service-grade', factor: 1, low: 7.3, high: 7.5 },
    { indicator: 'attention-gap', factor: 1, low: 0.8, high: 1.1 },
    { indicator: 'in-full', factor: 100, low: 93.4, high: 94.8 },
    { indicator: 'claims-per-1000', factor: 1000, low: 17, high: 21 },
    { indicator: 'on-time', factor: 100, low: 93, high: 94.4 },
    { indicator: 'resolved-in-promise', factor: 100, low: 88, high: 92 },
    { indicator: 'answered-in-promise', factor: 100, low: 88, high: 92 },
    { indicator: 'price-as-promised', factor: 100, low: 98.4, high: 99 },
    { indicator: 'price-realisation', factor: 100, low: 93.5, high: 94.5 },
    { indicator: 'cost-of-poor-service', factor: 100, low: 1.9, high: 2.5 },
    { indicator: 'retention-12-week', factor: 100, low: 65, high: 71 },
    { indicator: 'retention-12-month', factor: 100, low: 83, high: 87 },
    { indicator: 'chases', factor: 1, low: 0.35, high: 0.55 },
    { indicator: 'voice-ratio', factor: 100, low: 12, high: 30 },
  ];
  it.each(LEVELS)(
    '$indicator stood between $low and $high in the year before the changes',
    async ({ indicator, factor, low, high }) => {
      const value =
        factor * ratio(await columns(indicator), carrierChange.weeks.from - 52, carrierChange.weeks.from - 1);
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    },
  );
});
