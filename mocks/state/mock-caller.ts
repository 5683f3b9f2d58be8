import { NOBODY, type Principal } from '../../src/domain/policy.ts';
import { teamsInScope } from '../fixtures/scope.ts';
import { displayCookieIn } from './display-cookie.ts';
import type { MockState } from './mock-state.ts';

/** The single person of an open service, as the service names it. */
const THIS_MACHINE: Extract<Principal, { readonly kind: 'person' }> = {
  kind: 'person',
  id: 'this-machine',
  name: 'this machine',
  role: 'administrator',
  teams: [],
  records: true,
};

/** Whoever is signed in, with the teams below those that are led. */
export function personSignedIn(state: MockState): Principal {
  if (state.behaviour.signIn.mode === 'open') return THIS_MACHINE;
  const person = state.people.signedIn();
  if (person === undefined) return NOBODY;
  const { id, name, role, teams, records } = person;
  const led = role === 'lead' && teams.length > 0 ? [...teamsInScope(state.dataset(), teams)] : teams;
  return { kind: 'person', id, name, role, teams: led, records };
}

/** Who asks anywhere but below `/api/wall/`; null where a request brings a key that is none. A display's token there is a display's. */
export function callerOf(state: MockState, request: Request): Principal | null {
  const display = state.displays.whose(displayCookieIn(request));
  if (display !== undefined) return { kind: 'display', id: display.id, name: display.words.name };
  const authorization = request.headers.get('authorization');
  if (authorization === null) return personSignedIn(state);
  const key = state.keys.use(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  return key === undefined ? null : { kind: 'key', id: key.id, name: key.name, kinds: key.kinds };
}
