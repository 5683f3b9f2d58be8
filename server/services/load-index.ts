import { setImmediate as turn } from 'node:timers/promises';
import type { Team } from '../../src/contract/teams.ts';
import { mondayOf, sundayOf } from '../../src/domain/week.ts';
import type { Database } from '../db/database.ts';
import { readDataVersion, readSetting } from '../db/data-version.ts';
import { storedAs } from '../indicators/definitions.ts';
import { unite, type CoveredDays, type DaySpan } from './coverage.ts';
import type { DataIndex, KindCoverage } from './data-index.ts';
import { loadAnnotations } from './load-annotations.ts';
import { loadOwnIndicators, loadTargets } from './load-words.ts';
import type { Change } from './restated.ts';
import { layOutWeeks, type TeamWeeks, type WeekSums } from './team-weeks.ts';

/** The team of rows that name none. */
const UNASSIGNED = 'unassigned';

/** Groups rows by a key, in the order in which they come. */
const grouped = <Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [valueOf(row)]);
    else group.push(valueOf(row));
  }
  return groups;
};

/**
 * One indicator at a time, with a turn of the event loop in between: on SQLite a read holds the loop, and an indicator
 * of 200 teams is read in some 20 ms.
 */
const loadWeeks = async (db: Database): Promise<Map<string, Map<string, TeamWeeks>>> => {
  const indicators = await db.all<{ indicator_id: string }>(
    `select distinct indicator_id from observations order by indicator_id`,
  );
  const weeks = new Map<string, Map<string, TeamWeeks>>();
  for (const { indicator_id: id } of indicators) {
    await turn();
    const rows = await db.all<WeekSums & { team_id: string }>(
      `select team_id, week, numerator, denominator from observations where indicator_id = $1 order by team_id, week`,
      [id],
    );
    const byTeam = grouped(
      rows,
      (row) => row.team_id,
      (row) => row,
    );
    weeks.set(id, new Map([...byTeam].map(([team, found]) => [team, layOutWeeks(found, storedAs(id))])));
  }
  return weeks;
};

const loadCoverage = async (db: Database): Promise<Map<string, KindCoverage>> => {
  const rows = await db.all<{ kind: string; team_id: string | null; from_day: number; to_day: number }>(
    `select distinct kind, team_id, from_day, to_day from coverage`,
  );
  const byKind = grouped(
    rows,
    (row) => row.kind,
    (row) => row,
  );
  return new Map(
    [...byKind].map(([kind, spans]) => {
      const span = (row: { from_day: number; to_day: number }): DaySpan => ({ from: row.from_day, to: row.to_day });
      const everyone = unite(spans.filter((row) => row.team_id === null).map(span));
      const byTeam = grouped(
        spans.filter((row) => row.team_id !== null),
        (row) => row.team_id ?? '',
        span,
      );
      /* What was imported for all teams covers each of them. */
      return [
        kind,
        { everyone, byTeam: new Map([...byTeam].map(([team, own]) => [team, unite([...own, ...everyone])])) },
      ];
    }),
  );
};

const loadSent = async (db: Database): Promise<Map<string, Map<string, CoveredDays>>> => {
  const rows = await db.all<{ indicator_id: string; team_id: string; week: number }>(
    `select indicator_id, team_id, week from sent_observations where voided_at is null order by indicator_id, team_id, week`,
  );
  const byIndicator = grouped(
    rows,
    (row) => row.indicator_id,
    (row) => row,
  );
  return new Map(
    [...byIndicator].map(([indicator, sent]) => {
      const byTeam = grouped(
        sent,
        (row) => row.team_id,
        ({ week }): DaySpan => ({ from: mondayOf(week), to: sundayOf(week) }),
      );
      return [indicator, new Map([...byTeam].map(([team, spans]) => [team, unite(spans)]))];
    }),
  );
};

const loadChanges = async (db: Database): Promise<Map<string, readonly Change[]>> => {
  const rows = await db.all<{ indicator_id: string } & Change>(
    `select indicator_id, team_id as "teamId", week, now_numerator - was_numerator as numerator,
            now_denominator - was_denominator as denominator, at, import_id as "importId"
     from restatements order by indicator_id, week, at, import_id`,
  );
  return grouped(
    rows,
    (row) => row.indicator_id,
    (row) => row,
  );
};

const loadTeams = async (db: Database, withRows: ReadonlySet<string>): Promise<readonly Team[]> => {
  const rows = await db.all<{ team_id: string; name: string; parent_team_id: string | null; lead: string | null }>(
    `select team_id, name, parent_team_id, lead from teams where voided_at is null order by name, team_id`,
  );
  const known = new Set(rows.map((row) => row.team_id));
  const teams = rows.map(({ team_id: id, name, parent_team_id: parent, lead }) => ({
    id,
    name,
    parent: parent !== null && known.has(parent) ? parent : null,
    ...(lead === null ? {} : { lead }),
  }));
  const strays = [...withRows].filter((id) => !known.has(id)).sort();
  if (teams.length === 0) return strays.length > 1 ? strays.map(stray) : [];
  return [...teams, ...strays.map(stray)];
};

const stray = (id: string): Team => ({ id, name: id === UNASSIGNED ? 'Without a team' : id, parent: null });

const loadImportedAt = async (db: Database): Promise<number | null> => {
  const rows = await db.all<{ at: number | null }>(
    `select max(ended_at) as at from imports where dry_run = 0 and status in ('done', 'undone')`,
  );
  return rows[0]?.at ?? null;
};

const load = async (db: Database): Promise<DataIndex> => {
  const { version } = await readDataVersion(db);
  const weeks = await loadWeeks(db);
  const withRows = new Set([...weeks.values()].flatMap((byTeam) => [...byTeam.keys()]));
  const teams = await loadTeams(db, withRows);
  return {
    version,
    importedAt: await loadImportedAt(db),
    /* While it loads it is `loading`: what stands by then is simulated, too. */
    sample: ['1', 'loading'].includes((await readSetting(db, 'sample')) ?? ''),
    teams,
    teamIds: new Set([...withRows, ...teams.map(({ id }) => id)]),
    own: await loadOwnIndicators(db),
    weeks,
    coverage: await loadCoverage(db),
    sent: await loadSent(db),
    changes: await loadChanges(db),
    targets: await loadTargets(db),
    annotations: await loadAnnotations(db.kysely),
  };
};

/** How often a load is begun again because data changed meanwhile; then the newest is taken, whose tables may differ by one import. */
const MOST_ATTEMPTS = 5;

/** Reads everything of one data version. A change that is committed meanwhile starts it anew. */
export const loadIndex = async (db: Database): Promise<DataIndex> => {
  for (let attempt = 1; ; attempt += 1) {
    const index = await load(db);
    const { version } = await readDataVersion(db);
    if (version === index.version || attempt === MOST_ATTEMPTS) return index;
  }
};
