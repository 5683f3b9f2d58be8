import type { ImportReport, ImportStatus } from '../../src/contract/imports.ts';
import type { Database, Sql } from '../db/database.ts';

/** The parts of a report that are found out by the import; the others are columns of their own. */
export type ReportBody = Pick<
  ImportReport,
  'counts' | 'records' | 'weeks' | 'covers' | 'dialect' | 'refusedRows' | 'warnings' | 'error'
>;

export const EMPTY_BODY: ReportBody = {
  counts: { read: 0, new: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 },
  records: {},
  weeks: null,
  covers: null,
  dialect: null,
  refusedRows: [],
  warnings: [],
  error: null,
};

type ImportRow = {
  readonly id: number;
  readonly status: ImportStatus;
  readonly dry_run: number;
  readonly file_name: string;
  readonly file_hash: string | null;
  readonly source: string;
  readonly by_whom: string;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly report: string;
};

const reportOf = (row: ImportRow): ImportReport => ({
  id: row.id,
  status: row.status,
  dryRun: row.dry_run === 1,
  fileName: row.file_name,
  fileHash: row.file_hash,
  source: row.source,
  by: row.by_whom,
  startedAt: new Date(row.started_at).toISOString(),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
  ...EMPTY_BODY,
  ...(JSON.parse(row.report) as ReportBody),
});

const COLUMNS = 'id, status, dry_run, file_name, file_hash, source, by_whom, started_at, ended_at, report';
/** The list shows the newest ones; older ones are reached by their number. */
const LISTED = 200;
/** Of each import the list names so many problems; all that are kept stand in its own report. */
const LISTED_PROBLEMS = 10;

export type NewImport = {
  readonly dryRun: boolean;
  readonly fileName: string;
  readonly source: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
};

/** The number that the next import gets. */
export const nextImportId = async (sql: Sql): Promise<number> =>
  (await sql.all<{ id: number }>(`select coalesce(max(id), 0) + 1 as id from imports`))[0]?.id ?? 1;

/** Enters an import that starts, in a transaction of its own, so that it is known even if its process dies. */
export const beginImport = async (db: Database, id: number, input: NewImport): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.exec(
      `insert into imports (id, status, dry_run, file_name, file_hash, source, by_whom, started_at, ended_at, report)
       values ($1, 'running', $2, $3, null, $4, $5, $6, null, $7)`,
      [id, input.dryRun ? 1 : 0, input.fileName, input.source, input.by, input.startedAt, JSON.stringify(EMPTY_BODY)],
    );
  });
};

/** The report of an import that is not in the table yet. */
export const waitingReport = (id: number, input: NewImport, status: ImportStatus): ImportReport => ({
  id,
  status,
  dryRun: input.dryRun,
  fileName: input.fileName,
  fileHash: null,
  source: input.source,
  by: input.by,
  startedAt: new Date(input.startedAt).toISOString(),
  endedAt: null,
  ...EMPTY_BODY,
});

export type EndedImport = {
  readonly id: number;
  readonly status: ImportStatus;
  readonly fileHash: string | null;
  readonly endedAt: number;
  readonly body: ReportBody;
};

/** Writes how an import ended; within the transaction of its rows, so that both are kept or neither. */
export const endImport = async (sql: Sql, { id, status, fileHash, endedAt, body }: EndedImport): Promise<void> => {
  await sql.exec(`update imports set status = $2, file_hash = $3, ended_at = $4, report = $5 where id = $1`, [
    id,
    status,
    fileHash,
    endedAt,
    JSON.stringify(body),
  ]);
};

export const setImportStatus = async (sql: Sql, id: number, status: ImportStatus): Promise<void> => {
  await sql.exec(`update imports set status = $2 where id = $1`, [id, status]);
};

/** Newest first. */
export const readImports = async (sql: Sql): Promise<readonly ImportReport[]> => {
  const rows = await sql.all<ImportRow>(`select ${COLUMNS} from imports order by id desc limit ${LISTED}`);
  return rows
    .map(reportOf)
    .map((report) => ({
      ...report,
      refusedRows: report.refusedRows.slice(0, LISTED_PROBLEMS),
      warnings: report.warnings.slice(0, LISTED_PROBLEMS),
    }));
};

export const readImport = async (sql: Sql, id: number): Promise<ImportReport | null> => {
  const rows = await sql.all<ImportRow>(`select ${COLUMNS} from imports where id = $1`, [id]);
  return rows[0] === undefined ? null : reportOf(rows[0]);
};
