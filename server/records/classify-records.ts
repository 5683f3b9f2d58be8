import type { Transaction } from '../db/database.ts';
import { DEFINITIONS } from '../indicators/definitions.ts';
import { type KindChange, touchedName } from '../rollup/change-set.ts';
import { SENT_PAIRS } from '../rollup/sent.ts';
import { dataColumns, RECORD_TABLES } from './record-tables.ts';
import type { StagedKind } from './stage-records.ts';
import type { KindCounts, WriteProblem } from './types.ts';

/** How many refused rows are named; all of them are counted. */
export const PROBLEMS_NAMED = 1000;

/** An import that was to be refused as a whole when any row is (`strict`), and some were. */
export class RowsRefused extends Error {
  readonly problems: readonly WriteProblem[];

  constructor(problems: readonly WriteProblem[]) {
    super(`Rows were refused, the first because: ${problems[0]?.reason ?? ''}`);
    this.name = 'RowsRefused';
    this.problems = problems;
  }
}

export type Classified = {
  readonly change: KindChange;
  readonly counts: KindCounts;
  readonly problems: readonly WriteProblem[];
};

const count = async (tx: Transaction, sql: string): Promise<number> =>
  (await tx.all<{ n: number | null }>(sql))[0]?.n ?? 0;

/** Takes rows that `condition` (over the stage `s`, and `t` from `join`) refuses out of the stage. */
const refuse = async (
  tx: Transaction,
  staged: StagedKind,
  join: string,
  condition: string,
  detail: string,
  reason: (detail: string) => string,
): Promise<{ readonly refused: number; readonly problems: readonly WriteProblem[] }> => {
  const { id } = RECORD_TABLES[staged.kind];
  const refusedIds = `select s.${id} as id, s.line as line, ${detail} as detail from ${staged.stage} s ${join} where ${condition}`;
  const found = await tx.all<{ id: string; line: number | null; detail: string }>(
    `${refusedIds} order by s.line, s.${id} limit ${PROBLEMS_NAMED}`,
  );
  if (found.length === 0) return { refused: 0, problems: [] };
  const refused = await tx.exec(`delete from ${staged.stage} where ${id} in (select id from (${refusedIds}) refused)`);
  return {
    refused,
    problems: found.map((row) => ({ kind: staged.kind, id: row.id, line: row.line, reason: reason(row.detail) })),
  };
};

const COUNTED = DEFINITIONS.map(({ id }) => `'${id}'`).join(', ');

/** Figures sent for an indicator and team that Kept already counts from records. */
const refuseMixed = async (tx: Transaction, staged: StagedKind) =>
  refuse(
    tx,
    staged,
    '',
    `s.indicator_id in (${COUNTED})
       and (s.indicator_id, s.team_id) in (select indicator_id, team_id from observations)
       and (s.indicator_id, s.team_id) not in (${SENT_PAIRS})`,
    `s.indicator_id`,
    (indicator) =>
      `"${indicator}" of this team is counted from records; one indicator and team never mixes records and observations`,
  );

/**
 * Compares the staged rows with what stands: rows that change nothing leave the stage, and the ids of those that change
 * something go into a table of their own. A row whose id already comes from another source system is refused.
 */
export const classifyRecords = async (
  tx: Transaction,
  staged: StagedKind,
  sourceSystem: string,
): Promise<Classified> => {
  const { kind, stage } = staged;
  const { table, id } = RECORD_TABLES[kind];
  const touched = touchedName(kind);
  await tx.createTemp(touched, 'id text primary key');
  const join = `join ${table} t on t.${id} = s.${id}`;

  const mixed = kind === 'observations' ? await refuseMixed(tx, staged) : { refused: 0, problems: [] };
  const standing =
    (await tx.all(`select 1 as one from ${table} limit 1`)).length === 0
      ? 0
      : await count(tx, `select count(*) as n from ${stage} s ${join}`);
  if (standing === 0) {
    const rows = staged.rows - mixed.refused;
    return {
      change: { kind, stage, stageRows: rows, touched, touchedRows: 0 },
      counts: { new: rows, changed: 0, unchanged: 0, duplicates: staged.duplicates, refused: mixed.refused },
      problems: mixed.problems,
    };
  }

  const stands = `exists (select 1 from ${table} t where t.${id} = ${stage}.${id})`;
  const present = await tx.exec(`delete from ${stage} where if_missing = 1 and ${stands}`);
  const source = `'${sourceSystem.replaceAll("'", "''")}'`;
  const foreign = await refuse(
    tx,
    staged,
    join,
    `t.source_system <> ${source}`,
    't.source_system',
    (other) => `the id already comes from the source "${other}"; a row of one source never replaces one of another`,
  );
  const differs = dataColumns(kind)
    .map((column) => `s.${column} is distinct from t.${column}`)
    .join(' or ');
  const changed = await tx.exec(`insert into ${touched} (id) select s.${id} from ${stage} s ${join} where ${differs}`);
  const unchanged = standing - present - foreign.refused - changed;
  const rest = staged.rows - mixed.refused - present - foreign.refused;
  if (unchanged === rest) await tx.exec(`delete from ${stage}`);
  else if (unchanged > 0) {
    await tx.exec(
      `delete from ${stage} where ${stands} and not exists (select 1 from ${touched} k where k.id = ${stage}.${id})`,
    );
  }
  return {
    change: { kind, stage, stageRows: rest - unchanged, touched, touchedRows: changed },
    counts: {
      new: rest - unchanged - changed,
      changed,
      unchanged,
      duplicates: staged.duplicates,
      refused: mixed.refused + foreign.refused,
    },
    problems: [...mixed.problems, ...foreign.problems],
  };
};
