import type { Context } from 'hono';
import type { SignInProblem } from '../../src/contract/sign-in-page.ts';
import { NOBODY } from '../../src/domain/policy.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { Sql, TransactionOptions } from '../db/database.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import type { AdmissionRules, Claimed } from './admission.ts';
import { decide, keepDecision, NotLetIn } from './admit.ts';
import { keepAudit } from './audit.ts';
import type { Caller } from './caller.ts';
import { connectionAddress } from './client-address.ts';
import { plainEmail } from './people-rows.ts';
import { personOf } from './sessions.ts';
import { addressChecker, type SignInSettings } from './sign-in-settings.ts';

type ProxySettings = Extract<SignInSettings, { readonly way: 'proxy' }>;

/** What a header could hold of an e-mail, a name or a list of groups. */
const MOST = { email: 254, name: 200, groups: 8000 } as const;

/** Node reads headers byte by byte; proxies write names in UTF-8. */
const asUtf8 = (value: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
};

const headerOf = (c: Context, name: string | null, most: number): string => {
  const value = name === null ? '' : asUtf8(c.req.header(name) ?? '').trim();
  return value.length > most ? '' : value;
};

/**
 * Who the proxy says asks. A header that came twice is joined by commas: a proxy that adds its own to one that was sent
 * along names two, and neither is believed.
 */
const claimedIn = (c: Context, { header, nameHeader, groupsHeader }: ProxySettings): Claimed | null => {
  const email = plainEmail(headerOf(c, header, MOST.email));
  if (email === '' || /[\s,;]/.test(email)) return null;
  return {
    email,
    name: headerOf(c, nameHeader, MOST.name) || null,
    groups: headerOf(c, groupsHeader, MOST.groups)
      .split(/[,|]/)
      .map((group) => group.trim())
      .filter((group) => group !== ''),
  };
};

const ACTION = 'comeByProxy';

const rowOf = async (db: Sql, email: string): Promise<PeopleTable | null> => {
  const [row] = await db.all<PeopleTable>(`select * from people where email = $1`, [email]);
  return row ?? null;
};

type Coming = { readonly rules: AdmissionRules; readonly claimed: Claimed; readonly from: string | null };

/**
 * Writes down who came, as the rules have it, with an entry in the audit log where that changes something. It decides anew:
 * a page asks several things at once, and the first of them writes.
 * @throws NotLetIn
 */
const write = async (
  ctx: ServiceContext,
  { rules, claimed, from }: Coming,
  options: TransactionOptions,
): Promise<PeopleTable> => {
  const now = ctx.clock();
  return ctx.db.transaction(async (tx) => {
    const decision = decide(rules, claimed, await rowOf(tx, claimed.email), now);
    const { change } = decision;
    const row = await keepDecision(tx, decision);
    await tx.exec(`update people set last_seen_at = $1 where person_id = $2`, [now, row.person_id]);
    if (change !== null) {
      const who = { kind: 'person', id: row.person_id, name: row.name } as const;
      await keepAudit(tx, { who, what: ACTION, outcome: 'done', about: row.email, detail: change, from }, now);
    }
    return row;
  }, options);
};

/**
 * The person as the rules have it now. Whoever comes for the first time waits until it is written down; of others it counts
 * at once, and is written as soon as no import holds the database.
 * @throws NotLetIn
 */
const admitted = async (ctx: ServiceContext, coming: Coming, quiet: boolean): Promise<PeopleTable> => {
  const now = ctx.clock();
  const kept = await rowOf(ctx.db, coming.claimed.email);
  const { row, change } = decide(coming.rules, coming.claimed, kept, now);
  if (kept === null) return write(ctx, coming, INTERACTIVE);
  const used = !quiet && ctx.auth.uses.note(row.person_id, now);
  if (change !== null || used) void write(ctx, coming, { waitMs: 0 }).catch(() => undefined);
  return row;
};

type Asked = { readonly from: string | null; readonly quiet: boolean };

/**
 * Who asks, as a trusted proxy says: whoever connects from another address is nobody, whatever headers they send. There is
 * no session; the proxy says it again with every request.
 */
export const proxyIdentifier = (
  ctx: ServiceContext,
  signIn: ProxySettings,
): ((c: Context, asked: Asked) => Promise<Omit<Caller, 'from'>>) => {
  const isProxy = addressChecker(ctx.settings.proxies);
  const nobody = (problem: SignInProblem): Omit<Caller, 'from'> => ({
    ...{ principal: NOBODY, email: null, session: null, problem },
  });
  return async (c, { from, quiet }) => {
    const connection = connectionAddress(c);
    if (connection === null || !isProxy(connection)) return nobody('not-by-proxy');
    const claimed = claimedIn(c, signIn);
    if (claimed === null) return nobody('nobody-named');
    try {
      const row = await admitted(ctx, { rules: signIn.admission, claimed, from }, quiet);
      return { principal: personOf(row), email: row.email, session: null };
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      const { problem } = error;
      const now = ctx.clock();
      /* Every request says it again; the log says it now and then. */
      if (ctx.auth.uses.note(`refused ${claimed.email}`, now)) {
        const who = { kind: 'nobody', id: null, name: 'not signed in' } as const;
        const entry = { who, what: ACTION, outcome: 'refused', about: claimed.email, detail: problem, from } as const;
        ctx.auditQueue.add(entry, now);
      }
      return nobody(problem);
    }
  };
};

/** Whether a person behind a proxy may still come in. */
export const isPersonActive = async (db: Sql, id: string): Promise<boolean> =>
  (await db.all(`select 1 from people where person_id = $1 and state = 'active'`, [id])).length > 0;
