import type { Person, PersonChange } from '../../src/contract/people.ts';
import type { Invitation } from '../../src/contract/session.ts';
import { FIRST_LINK, MOCK_LINKS, MOCK_PASSWORD, type SeededPerson } from '../fixtures/people.ts';

const DAY = 86_400_000;

type Held = { readonly person: SeededPerson; readonly password: string | null };

/** `person` null: whoever has the link becomes the first administrator. */
export type MockLink = {
  readonly person: string | null;
  readonly purpose: Invitation['purpose'];
  readonly expiresAt: string;
};

/** The people of one mocked service, and the one browser that is signed in to it, if it is. */
export type MockPeople = {
  /** By name. */
  readonly list: () => readonly Person[];
  readonly find: (id: string) => Person | undefined;
  readonly byEmail: (email: string) => Person | undefined;
  readonly hasPassword: (id: string, password: string) => boolean;
  readonly setPassword: (id: string, password: string) => void;
  readonly add: (person: Pick<Person, 'email' | 'name' | 'role' | 'teams' | 'records' | 'state'>) => Person;
  readonly change: (
    person: Person,
    change: Partial<Omit<PersonChange, 'state' | 'revision'>> & { readonly state: Person['state'] },
  ) => Person;
  /** Administrators who can sign in, without one of them. */
  readonly otherAdministrators: (id: string) => number;
  readonly link: (token: string) => MockLink | undefined;
  /** Those before it of the same person are worthless then. */
  readonly makeLink: (
    id: string,
    purpose: Invitation['purpose'],
  ) => { readonly token: string; readonly expiresAt: string };
  readonly dropLinks: (id: string | null) => void;
  readonly signedIn: () => Person | undefined;
  readonly signIn: (id: string) => void;
  readonly signOut: () => void;
};

/** `as`: who is signed in when the page opens; null: nobody. */
export function createPeople(seeded: readonly SeededPerson[], as: string | null, now: () => string): MockPeople {
  const later = (days: number): string => new Date(Date.parse(now()) + days * DAY).toISOString();
  const people = new Map<string, Held>(
    seeded.map((person) => [person.id, { person, password: person.state === 'invited' ? null : MOCK_PASSWORD }]),
  );
  const links = new Map<string, MockLink>(
    seeded.length === 0
      ? [[FIRST_LINK, { person: null, purpose: 'first-administrator', expiresAt: later(1) }]]
      : [
          [MOCK_LINKS.invitation, { person: 'jan', purpose: 'invitation', expiresAt: later(7) }],
          [MOCK_LINKS.newPassword, { person: 'mara', purpose: 'new-password', expiresAt: later(1) }],
        ],
  );
  let session = as;
  const shown = ({ person }: Held): Person => ({
    ...person,
    sessions: session === person.id ? 1 : 0,
    linkExpiresAt: [...links.values()].find((link) => link.person === person.id)?.expiresAt ?? null,
  });
  const find = (id: string): Person | undefined => {
    const held = people.get(id);
    return held === undefined ? undefined : shown(held);
  };
  const known = (id: string): Held => {
    const held = people.get(id);
    if (held === undefined) throw new Error(`No person ${id}`);
    return held;
  };
  const list = (): readonly Person[] =>
    [...people.values()].map(shown).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const dropLinks = (id: string | null): void => {
    for (const [token, link] of links) if (link.person === id) links.delete(token);
  };
  return {
    list,
    find,
    byEmail: (email) => list().find((person) => person.email === email.trim().toLowerCase()),
    hasPassword: (id, password) => people.get(id)?.password === password,
    setPassword: (id, password) => people.set(id, { ...known(id), password }),
    add: (person) => {
      const id = crypto.randomUUID();
      const made = { ...person, id, revision: 1, createdAt: now(), lastSeenAt: null };
      people.set(id, { person: made, password: null });
      return shown(known(id));
    },
    change: ({ id, revision }, change) => {
      const held = known(id);
      people.set(id, { ...held, person: { ...held.person, ...change, revision: revision + 1 } });
      return shown(known(id));
    },
    otherAdministrators: (id) =>
      [...people.values()].filter(
        ({ person, password }) =>
          person.id !== id && person.role === 'administrator' && person.state === 'active' && password !== null,
      ).length,
    link: (token) => links.get(token),
    makeLink: (id, purpose) => {
      dropLinks(id);
      const token = `mock-${crypto.randomUUID()}`;
      const expiresAt = later(purpose === 'invitation' ? 7 : 1);
      links.set(token, { person: id, purpose, expiresAt });
      return { token, expiresAt };
    },
    dropLinks,
    signedIn: () => (session === null ? undefined : find(session)),
    signIn: (id) => {
      session = id;
      const held = known(id);
      people.set(id, { ...held, person: { ...held.person, lastSeenAt: now() } });
    },
    signOut: () => {
      session = null;
    },
  };
}
