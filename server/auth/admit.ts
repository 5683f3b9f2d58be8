import { randomUUID } from 'node:crypto';
import { PersonName } from '../../src/contract/annotations.ts';
import type { SignInProblem } from '../../src/contract/sign-in-page.ts';
import type { Transaction } from '../db/database.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import { rightsWords } from '../services/invite-person.ts';
import { admission, type AdmissionRules, type Claimed, type Known, type Rights } from './admission.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { KEY_IMPORTER } from './caller.ts';
import { assertFreeName } from './people-rows.ts';
import { personOf } from './sessions.ts';

/** Somebody said who they are, and may not come in. */
export class NotLetIn extends Error {
  readonly problem: SignInProblem;
  /** null where it was not said, or not proved. */
  readonly email: string | null;

  constructor(problem: SignInProblem, email: string | null) {
    super(`not let in: ${problem}`);
    this.name = 'NotLetIn';
    this.problem = problem;
    this.email = email;
  }
}

const knownOf = (row: PeopleTable | null): Known | null => {
  if (row === null) return null;
  const { role, teams, records } = personOf(row);
  return { role, teams, records, state: row.state };
};

const sameRights = (one: Rights, other: Rights): boolean =>
  one.role === other.role && one.records === other.records && one.teams.join('\n') === other.teams.join('\n');

/** The name that was said, where it can be one; with a key's name a person would own what the key imports. */
const nameFor = ({ name, email }: Claimed): string => {
  const parsed = PersonName.safeParse(name);
  const fits = parsed.success && !parsed.data.toLowerCase().startsWith(KEY_IMPORTER.toLowerCase());
  return fits ? parsed.data : email.slice(0, 80);
};

export type Decision = {
  /** With the rights that count from now on; its id is new where nothing was kept of the person. */
  readonly row: PeopleTable;
  /** What has to be written, in words for the audit log; null: it stands as it was. */
  readonly change: string | null;
};

/**
 * Whether somebody is let in, and as whom; nothing is written yet.
 * @throws NotLetIn
 */
export const decide = (rules: AdmissionRules, claimed: Claimed, kept: PeopleTable | null, now: number): Decision => {
  const known = knownOf(kept);
  const decided = admission(rules, claimed, known);
  if (decided.kind === 'refused') throw new NotLetIn(decided.problem, claimed.email);
  const { rights } = decided;
  const base: PeopleTable = kept ?? {
    ...{ person_id: randomUUID(), email: claimed.email, name: nameFor(claimed), role: rights.role, teams: '[]' },
    ...{ records: 0, state: 'invited', revision: 0, created_at: now, last_seen_at: null },
  };
  const changed = known === null || !sameRights(known, rights);
  const stands = !changed && base.state === 'active';
  const row: PeopleTable = {
    ...base,
    ...{ role: rights.role, teams: JSON.stringify(rights.teams), records: rights.records ? 1 : 0 },
    ...{ state: 'active', revision: stands ? base.revision : base.revision + 1 },
  };
  if (stands) return { row, change: null };
  const before = known === null ? 'new' : rightsWords(known);
  return { row, change: changed ? `${before} → ${rightsWords(rights)}` : 'came for the first time' };
};

/** What a person writes is known by the name: one that somebody else has already gives way to the e-mail. */
const freeName = async (tx: Transaction, { person_id, name, email }: PeopleTable): Promise<string> => {
  try {
    await assertFreeName(tx, name, person_id);
    return name;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return email.slice(0, 80);
  }
};

/** Writes down what was decided; answers the person as kept. */
export const keepDecision = async (tx: Transaction, { row, change }: Decision): Promise<PeopleTable> => {
  if (change === null) return row;
  const name = row.revision === 1 ? await freeName(tx, row) : row.name;
  await tx.kysely
    .insertInto('people')
    .values({ ...row, name })
    .onConflict((on) =>
      on
        .column('person_id')
        .doUpdateSet({
          ...{ role: row.role, teams: row.teams, records: row.records, state: row.state, revision: row.revision },
        }),
    )
    .execute();
  return { ...row, name };
};
