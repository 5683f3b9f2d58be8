import { RECORD_KINDS, type RecordKind } from '../../../src/domain/catalogue-types.ts';
import { dayOfDate, parseIsoWeek, type WeekNumber } from '../../../src/domain/week.ts';
import { zoneClock } from '../../../src/domain/zone.ts';
import type { Database } from '../../../server/db/database.ts';
import type { FigureSettings, RecordBatch, RecordValues, WriteRecordsInput } from '../../../server/records/types.ts';

/** Settings of the test organisation. The rate makes a minute of work 50 minor units. */
export const SETTINGS: FigureSettings = {
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
  rightFirstTimeDays: 7,
  priceTolerancePercent: 2,
  labourRatePerHour: 30,
};

const clock = zoneClock(SETTINGS.timeZone);

/** Epoch milliseconds of a local time of the test organisation, `2026-03-02` or `2026-03-02 14:30`. A date alone is noon. */
export const at = (text: string): number => {
  const [date = '', time = '12:00'] = text.split(' ');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return clock.instantOfLocal(dayOfDate(year, month, day), (hours * 60 + minutes) * 60_000);
};

/** The deadline that a promised date means: the last millisecond of that local day. */
export const by = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return clock.endOfDay(dayOfDate(year, month, day));
};

export const week = (label: string): WeekNumber => {
  const found = parseIsoWeek(label);
  if (found === null) throw new Error(`no week: ${label}`);
  return found;
};

export type World = Readonly<Partial<Record<RecordKind, readonly RecordValues[]>>>;

export const batchesOf = (world: World): readonly RecordBatch[] =>
  RECORD_KINDS.flatMap((kind) => {
    const rows = world[kind];
    return rows === undefined ? [] : [{ kind, rows }];
  });

/** The clock of the tests, later than every record in them. */
export const NOW = at('2027-06-01');

/** One import of a world, with the defaults of the tests. */
export const importOf = (importId: number, world: World, more: Partial<WriteRecordsInput> = {}): WriteRecordsInput => ({
  importId,
  sourceSystem: 'test',
  recordedAt: NOW,
  now: NOW,
  batches: batchesOf(world),
  covers: { how: 'infer' },
  settings: SETTINGS,
  ...more,
});

export type Bucket = readonly [team: string, week: WeekNumber, numerator: number, denominator: number];

/** The stored buckets of an indicator, by team and week. */
export const bucketsOf = async (db: Database, indicator: string): Promise<readonly Bucket[]> => {
  const rows = await db.all<{ team_id: string; week: number; numerator: number; denominator: number }>(
    `select team_id, week, numerator, denominator from observations where indicator_id = $1 order by team_id, week`,
    [indicator],
  );
  return rows.map((row) => [row.team_id, row.week, row.numerator, row.denominator]);
};
