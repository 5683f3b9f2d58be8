import { setTimeout as delay } from 'node:timers/promises';
import type { Audit, AuditEntry, AuditQuery } from '../../src/contract/audit.ts';
import type { ServiceContext } from '../context.ts';
import type { AuditTable } from '../db/schema-people.ts';

const entryOf = (row: AuditTable): AuditEntry => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  who: { kind: row.who_kind as AuditEntry['who']['kind'], id: row.who_id, name: row.who_name },
  what: row.what,
  outcome: row.outcome as AuditEntry['outcome'],
  about: row.about,
  detail: row.detail,
  from: row.from_address,
});

/** While an import holds the database, the log is shown without the entries that wait for it. */
const PATIENCE_MS = 1000;

/** Who did what when, newest first. */
export const listAudit = async (ctx: ServiceContext, { before, limit }: AuditQuery): Promise<Audit> => {
  await Promise.race([ctx.auditQueue.settled(), delay(PATIENCE_MS, undefined, { ref: false })]);
  const rows = await ctx.db.all<AuditTable>(
    `select * from audit ${before === undefined ? '' : 'where id < $1'} order by id desc limit ${limit + 1}`,
    before === undefined ? [] : [before],
  );
  return { entries: rows.slice(0, limit).map(entryOf), more: rows.length > limit };
};
