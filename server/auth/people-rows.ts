import type { Person } from '../../src/contract/people.ts';
import { plainName } from '../../src/domain/plain-name.ts';
import type { Sql } from '../db/database.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { Settings } from '../settings.ts';
import { KEY_IMPORTER } from './caller.ts';

/** As e-mails are kept and compared. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/;

/** @throws ServiceFailure `bad-request` at `email`. */
export const assertEmail = (email: string): void => {
  if (!EMAIL.test(email)) throw new ServiceFailure('bad-request', 'This is no e-mail address.', 'email');
};

/** A person with the name of a key would own what the key imports. @throws ServiceFailure `bad-request` at `name`. */
export const assertName = (name: string): void => {
  if (!name.toLowerCase().startsWith(KEY_IMPORTER.toLowerCase())) return;
  throw new ServiceFailure('bad-request', `Names that begin with “${KEY_IMPORTER.trim()}” belong to keys.`, 'name');
};

/**
 * What people write is known by their name: two of one name could write as each other.
 * @throws ServiceFailure `conflict` at `name`.
 */
export const assertFreeName = async (db: Sql, name: string, personId: string | null): Promise<void> => {
  const people = await db.all<{ readonly person_id: string; readonly name: string }>(
    `select person_id, name from people`,
  );
  const taken = people.some((other) => other.person_id !== personId && plainName(other.name) === plainName(name));
  if (!taken) return;
  const message =
    'Somebody has this name already. Add something that tells the two apart: what they write is known by it.';
  throw new ServiceFailure('conflict', message, 'name');
};

type Row = PeopleTable & { readonly open_sessions: number; readonly link_expires_at: number | null };

const personOf = (row: Row): Person => ({
  id: row.person_id,
  email: row.email,
  name: row.name,
  role: row.role as Person['role'],
  teams: JSON.parse(row.teams) as string[],
  records: row.records === 1,
  state: row.state as Person['state'],
  revision: row.revision,
  createdAt: new Date(row.created_at).toISOString(),
  lastSeenAt: row.last_seen_at === null ? null : new Date(row.last_seen_at).toISOString(),
  sessions: row.open_sessions,
  linkExpiresAt: row.link_expires_at === null ? null : new Date(row.link_expires_at).toISOString(),
});

/** People as administrators see them, by name; one where an id is given. */
export const readPeople = async (
  db: Sql,
  { now, settings, id }: { readonly now: number; readonly settings: Settings; readonly id?: string },
): Promise<readonly Person[]> => {
  const idleSince = now - settings.sessionIdleHours * 3_600_000;
  const rows = await db.all<Row>(
    `select p.*,
       (select count(*) from sessions s
        where s.person_id = p.person_id and s.expires_at > $1 and s.used_at > $2) as open_sessions,
       (select max(i.expires_at) from invitations i
        where i.person_id = p.person_id and i.expires_at > $1) as link_expires_at
     from people p ${id === undefined ? '' : 'where p.person_id = $3'}
     order by lower(p.name), p.person_id`,
    [now, idleSince, ...(id === undefined ? [] : [id])],
  );
  return rows.map(personOf);
};

/** @throws ServiceFailure `not-found` at `id`. */
export const readPerson = async (
  db: Sql,
  at: { readonly now: number; readonly settings: Settings; readonly id: string },
): Promise<Person> => {
  const [person] = await readPeople(db, at);
  if (person === undefined) throw new ServiceFailure('not-found', 'There is no such person.', 'id');
  return person;
};

/** Administrators who can sign in: active, and by password where that is the way. */
export const countAdministrators = async (db: Sql, settings: Settings, without = ''): Promise<number> => {
  const withPassword =
    settings.signIn.way === 'accounts'
      ? 'and exists (select 1 from credentials c where c.person_id = p.person_id)'
      : '';
  const [row] = await db.all<{ readonly count: number }>(
    `select count(*) as count from people p
     where p.role = 'administrator' and p.state = 'active' and p.person_id <> $1 ${withPassword}`,
    [without],
  );
  return row?.count ?? 0;
};
