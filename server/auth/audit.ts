import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '../../src/domain/policy.ts';
import type { Database, Transaction } from '../db/database.ts';

/** Who did it, as the log keeps it: a name that stays readable when the person is gone. */
export type Who = { readonly kind: Principal['kind'] | 'service'; readonly id: string | null; readonly name: string };

export const whoOf = (principal: Principal): Who =>
  principal.kind === 'nobody'
    ? { kind: 'nobody', id: null, name: 'not signed in' }
    : { kind: principal.kind, id: principal.id, name: principal.name };

export type AuditEntry = {
  readonly who: Who;
  readonly what: string;
  readonly outcome: 'done' | 'refused';
  readonly about: string | null;
  readonly detail: string | null;
  readonly from: string | null;
};

/** Adds an entry to the log; there is one writer at a time, so the next number is free. */
export const keepAudit = async (tx: Transaction, entry: AuditEntry, at: number): Promise<void> => {
  const [newest] = await tx.all<{ readonly id: number }>(`select id from audit order by id desc limit 1`);
  await tx.kysely
    .insertInto('audit')
    .values({
      id: (newest?.id ?? 0) + 1,
      at,
      who_kind: entry.who.kind,
      who_id: entry.who.id,
      who_name: entry.who.name,
      what: entry.what,
      outcome: entry.outcome,
      about: entry.about,
      detail: entry.detail,
      from_address: entry.from,
    })
    .execute();
};

/** What a request will be entered as; verbs say more of it while they work. */
type Draft = { entry: AuditEntry; kept: boolean };

const scope = new AsyncLocalStorage<Draft>();

/** Says more of what is being done: what it concerns, who turned out to do it. Outside of a request it does nothing. */
export const tellAudit = (more: Partial<Pick<AuditEntry, 'who' | 'about' | 'detail'>>): void => {
  const draft = scope.getStore();
  if (draft !== undefined) draft.entry = { ...draft.entry, ...more };
};

/**
 * Runs a request that changes something. Its entry is written by the first transaction that does something (`audited`), so
 * that there is neither a change without an entry nor an entry without a change; `keep` writes it where none was needed.
 */
export const inAuditScope = async <Result>(
  entry: AuditEntry,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly entry: AuditEntry; readonly kept: boolean }> => {
  const draft: Draft = { entry, kept: false };
  const result = await scope.run(draft, work);
  return { result, entry: draft.entry, kept: draft.kept };
};

/** A database whose transactions enter the request that they belong to. One that answers null has done nothing. */
export const audited = (db: Database, clock: () => number): Database => ({
  ...db,
  transaction: async (work, options) => {
    const draft = scope.getStore();
    if (draft === undefined || draft.kept) return db.transaction(work, options);
    const { result, enters } = await db.transaction(async (tx) => {
      const done = await work(tx);
      const changes = done !== null;
      if (changes) await keepAudit(tx, draft.entry, clock());
      return { result: done, enters: changes };
    }, options);
    draft.kept ||= enters;
    return result;
  },
});
