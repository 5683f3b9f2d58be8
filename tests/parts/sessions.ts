import type { QueryClient } from '@tanstack/react-query';
import { createQueryClient } from '../../src/api/query-client.ts';
import { sessionQuery } from '../../src/api/session-query.ts';
import type { Session, SignedIn } from '../../src/contract/session.ts';

const MACHINE: SignedIn = {
  kind: 'person',
  id: 'this-machine',
  name: 'this machine',
  email: null,
  role: 'administrator',
  teams: [],
  records: true,
};

/** Of an open service, as the page has it before anything is asked. */
export const OPEN_SESSION: Session = { mode: 'open', organisation: 'Small', who: MACHINE, expiresAt: null, ways: [] };

/** Of a person who is signed in; a viewer without records where nothing else is said. */
export function personSession(who: Partial<SignedIn> = {}): Session {
  const person: SignedIn = {
    ...MACHINE,
    ...{ id: 'someone', name: 'Some One', email: 'some.one@example.org', role: 'viewer', records: false },
    ...who,
  };
  return {
    mode: 'accounts',
    organisation: 'Small',
    who: person,
    expiresAt: '2026-12-30T00:00:00.000Z',
    ways: [{ way: 'password', name: 'E-mail and password', path: null }],
  };
}

/** A client that knows already who is signed in. */
export function clientOf(session: Session): QueryClient {
  const client = createQueryClient();
  client.setQueryData(sessionQuery().queryKey, session);
  return client;
}
