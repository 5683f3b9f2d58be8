import type { Person, PersonChange } from '../../src/contract/people.ts';
import { tellAudit } from '../auth/audit.ts';
import { dropInvitations } from '../auth/invitations.ts';
import { assertFreeName, assertName, countAdministrators, readPerson } from '../auth/people-rows.ts';
import { endSessions } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { assertTeams, rightsWords } from './invite-person.ts';
import { signOutEverywhere } from './sign-out.ts';

/** Whoever never set a password or never came is invited, whatever was asked. */
const stateAfter = async (tx: Transaction, { id, state }: Person, asked: PersonChange['state']): Promise<string> => {
  if (asked === 'disabled') return 'disabled';
  if (state !== 'disabled') return state;
  const came = await tx.all(
    `select person_id from credentials where person_id = $1 union select person_id from identities where person_id = $1`,
    [id],
  );
  return came.length > 0 ? 'active' : 'invited';
};

const wordsOf = (before: Person, after: PersonChange, state: string): string =>
  [
    ...(before.name === after.name ? [] : [`name ${before.name} → ${after.name}`]),
    ...(rightsWords(before) === rightsWords(after) ? [] : [`${rightsWords(before)} → ${rightsWords(after)}`]),
    ...(before.state === state ? [] : [`${before.state} → ${state}`]),
  ].join('; ');

/**
 * Changes name, role, teams and rights of a person, or disables them, which ends every session and makes every link
 * worthless. Rights count from the next request on.
 * @throws ServiceFailure `not-found` at `id` or `teams`; `bad-request` at `name`; `conflict` at `revision` or `name`, and at `role` or
 *   `state` where no administrator would be left who can sign in.
 */
export const changePerson = async (ctx: ServiceContext, id: string, change: PersonChange): Promise<Person> => {
  assertName(change.name);
  const teams = [...new Set(change.teams)];
  const at = { now: ctx.clock(), settings: ctx.settings, id };
  await ctx.data.index();
  const { ended, person } = await ctx.db.transaction(async (tx) => {
    const before = await readPerson(tx, at);
    if (before.revision !== change.revision) {
      throw new ServiceFailure('conflict', 'Somebody has changed this person meanwhile.', 'revision');
    }
    /* A team that was granted and is gone from the records may stay. */
    await assertTeams(
      ctx,
      teams.filter((team) => !before.teams.includes(team)),
    );
    if (change.name !== before.name) await assertFreeName(tx, change.name, id);
    const state = await stateAfter(tx, before, change.state);
    const wasLast =
      before.role === 'administrator' &&
      before.state === 'active' &&
      (await countAdministrators(tx, ctx.settings, id)) === 0;
    if (wasLast && change.role !== 'administrator') {
      throw new ServiceFailure('conflict', 'No administrator would be left who can sign in.', 'role');
    }
    if (wasLast && state !== 'active') {
      throw new ServiceFailure('conflict', 'No administrator would be left who can sign in.', 'state');
    }
    await tx.kysely
      .updateTable('people')
      .set({
        ...{ name: change.name, role: change.role, teams: JSON.stringify(teams), records: change.records ? 1 : 0 },
        ...{ state, revision: before.revision + 1 },
      })
      .where('person_id', '=', id)
      .execute();
    const tokens = state === 'disabled' ? await endSessions(tx, id) : [];
    if (state === 'disabled') await dropInvitations(tx, id);
    /* Who the person is at a provider is asked anew: the account there may have been replaced. */
    if (before.state === 'disabled' && state !== 'disabled') {
      await tx.exec(`delete from identities where person_id = $1`, [id]);
    }
    tellAudit({ about: before.email, detail: wordsOf(before, change, state) || null });
    return { ended: tokens, person: await readPerson(tx, at) };
  }, INTERACTIVE);
  /* Behind a proxy, streams hang on the person. */
  ctx.auth.streams.close(person.state === 'disabled' ? [...ended, id] : ended);
  return person;
};

/** Ends every session of a person. @throws ServiceFailure `not-found` at `id`. */
export const signPersonOut = async (ctx: ServiceContext, id: string): Promise<Person> => {
  const at = { now: ctx.clock(), settings: ctx.settings, id };
  const { email } = await readPerson(ctx.db, at);
  tellAudit({ about: email });
  await signOutEverywhere(ctx, id);
  return readPerson(ctx.db, at);
};
