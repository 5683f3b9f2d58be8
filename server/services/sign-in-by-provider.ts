import type { AdmissionRules } from '../auth/admission.ts';
import { decide, keepDecision, NotLetIn } from '../auth/admit.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ProvedClaim } from '../auth/claims.ts';
import { beginSession, type NewSession } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { PeopleTable } from '../db/schema-people.ts';

const byIdentity = async (tx: Transaction, { issuer, subject }: ProvedClaim): Promise<PeopleTable | null> => {
  const [row] = await tx.all<PeopleTable>(
    `select p.* from identities i join people p on p.person_id = i.person_id where i.issuer = $1 and i.subject = $2`,
    [issuer, subject],
  );
  return row ?? null;
};

/**
 * Whoever was invited with this e-mail. Once somebody has come with it, it is theirs: an e-mail that the provider gives to
 * another account later opens nothing.
 * @throws NotLetIn `other-person`
 */
const byEmail = async (tx: Transaction, { issuer, email }: ProvedClaim): Promise<PeopleTable | null> => {
  const [row] = await tx.all<PeopleTable>(`select * from people where email = $1`, [email]);
  if (row === undefined) return null;
  const taken = await tx.all(`select 1 from identities where issuer = $1 and person_id = $2`, [issuer, row.person_id]);
  if (taken.length > 0) throw new NotLetIn('other-person', email);
  return row;
};

/** A person whose e-mail has changed at the provider has the new one here too, where nobody else has it. */
const followEmail = async (tx: Transaction, { person_id, email }: PeopleTable, now: string): Promise<void> => {
  if (email === now) return;
  const taken = await tx.all(`select 1 from people where email = $1`, [now]);
  if (taken.length === 0) await tx.exec(`update people set email = $1 where person_id = $2`, [now, person_id]);
};

export type ProviderSignIn = {
  readonly claim: ProvedClaim;
  readonly rules: AdmissionRules;
  /** The session that the browser came with; it ends. */
  readonly before: string | null;
};

/**
 * Signs in whom the provider has proved, under a token that nobody had before. They are known by issuer and subject, which
 * never move to another person (OpenID Connect Core 1.0, 5.7); the first time, by an e-mail that is verified.
 * @throws NotLetIn
 */
export const signInByProvider = async (
  ctx: ServiceContext,
  { claim, rules, before }: ProviderSignIn,
): Promise<NewSession> => {
  if (claim.email === '') throw new NotLetIn('no-email', null);
  if (!claim.verified) throw new NotLetIn('unverified-email', claim.email);
  const now = ctx.clock();
  const session = await ctx.db.transaction(async (tx) => {
    const same = await byIdentity(tx, claim);
    const decision = decide(rules, claim, same ?? (await byEmail(tx, claim)), now);
    const { change } = decision;
    const row = await keepDecision(tx, decision);
    if (same === null) {
      const { issuer, subject } = claim;
      await tx.kysely
        .insertInto('identities')
        .values({ issuer, subject, person_id: row.person_id, since: now })
        .execute();
    }
    await followEmail(tx, row, claim.email);
    tellAudit({
      who: { kind: 'person', id: row.person_id, name: row.name },
      ...{ about: claim.email, detail: change },
    });
    return beginSession(tx, row.person_id, { now, settings: ctx.settings, before });
  }, INTERACTIVE);
  if (before !== null) ctx.auth.streams.close([before]);
  return session;
};
