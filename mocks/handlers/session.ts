import { HttpResponse, http, type RequestHandler } from 'msw';
import { Credentials, PASSWORD_LENGTH, PasswordChange, type Session } from '../../src/contract/session.ts';
import { errorResponse } from '../state/errors.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody } from './query.ts';

const NO_STORE = { 'cache-control': 'no-store' };
/** Wrong passwords after which an e-mail has to wait, and for how long. */
const TRIES = 5;
const WAIT_SECONDS = 30;

export function sessionOf(state: MockState): Session {
  const { signIn } = state.behaviour;
  const who = personSignedIn(state);
  const person = who.kind === 'person' ? who : null;
  return {
    mode: signIn.mode,
    organisation: state.dataset().organisation.name,
    who:
      person === null
        ? null
        : { ...person, teams: [...person.teams], email: state.people.find(person.id)?.email ?? null },
    expiresAt: person === null || signIn.mode === 'open' ? null : '2026-12-30T07:41:00.000Z',
    ways: signIn.mode === 'accounts' ? [{ way: 'password', name: 'E-mail and password', path: null }] : [],
  };
}

export const sessionAnswer = (state: MockState): Response => HttpResponse.json(sessionOf(state), { headers: NO_STORE });

/** Why a password may not be chosen; null where it may. */
export function passwordRefusal(password: string): Response | null {
  const { least } = PASSWORD_LENGTH;
  if (Array.from(password).length < least)
    return errorResponse(
      'bad-request',
      `A password needs at least ${least} characters; three or four words do well.`,
      'password',
    );
  return /password|123456|qwerty/i.test(password)
    ? errorResponse(
        'bad-request',
        'This password is easy to guess: it is common, a pattern, or a repetition. Three or four words do better.',
        'password',
      )
    : null;
}

export const noAccounts = (state: MockState): Response | null =>
  state.behaviour.signIn.mode === 'accounts'
    ? null
    : errorResponse('conflict', 'There are no accounts here: nobody signs in.', 'mode');

/** Signs in; `misses` counts wrong passwords by e-mail and says until when an e-mail has to wait. */
async function signIn(
  state: MockState,
  misses: Map<string, { readonly count: number; readonly until: number }>,
  request: Request,
): Promise<Response> {
  const parsed = await parseBody(Credentials, request);
  if ('refusal' in parsed) return parsed.refusal;
  const closed = noAccounts(state);
  if (closed !== null) return closed;
  const email = parsed.body.email.toLowerCase();
  const before = misses.get(email) ?? { count: 0, until: 0 };
  const wait = Math.ceil((before.until - Date.now()) / 1000);
  if (wait > 0) return errorResponse('too-many-tries', `Too many tries. Try again in ${wait} s.`, 'password', wait);
  const person = state.people.byEmail(email);
  if (person?.state !== 'active' || !state.people.hasPassword(person.id, parsed.body.password)) {
    const count = before.count + 1;
    misses.set(email, { count, until: count < TRIES ? 0 : Date.now() + WAIT_SECONDS * 1000 });
    return errorResponse('not-signed-in', 'E-mail or password is wrong.', 'password');
  }
  misses.delete(email);
  state.people.signIn(person.id);
  state.audit.add(personSignedIn(state), 'signIn', { about: person.email });
  return sessionAnswer(state);
}

async function changePassword(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(PasswordChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const closed = noAccounts(state);
  if (closed !== null) return closed;
  const person = state.people.signedIn();
  if (person === undefined) return errorResponse('not-signed-in', 'Sign in first.');
  const { current, password } = parsed.body;
  if (!state.people.hasPassword(person.id, current))
    return errorResponse('bad-request', 'This is not your password.', 'current');
  const refusal = passwordRefusal(password);
  if (refusal !== null) return refusal;
  state.people.setPassword(person.id, password);
  state.audit.add(personSignedIn(state), 'changePassword', { about: person.email });
  return sessionAnswer(state);
}

/** Who is signed in, in and out, and the own password. One state is one browser: its session is its cookie. */
export function sessionHandlers(state: MockState): RequestHandler[] {
  const misses = new Map<string, { readonly count: number; readonly until: number }>();
  const signOut = (what: 'signOut' | 'signOutEverywhere'): Response => {
    const who = personSignedIn(state);
    if (who.kind === 'person' && state.behaviour.signIn.mode !== 'open') state.audit.add(who, what);
    state.people.signOut();
    return sessionAnswer(state);
  };
  return [
    http.get('*/api/session', async () => (await gate(state)) ?? sessionAnswer(state)),
    http.post('*/api/session', async ({ request }) => (await gate(state)) ?? signIn(state, misses, request)),
    http.delete('*/api/session', async () => (await gate(state)) ?? signOut('signOut')),
    http.delete('*/api/session/all', async () => (await gate(state)) ?? signOut('signOutEverywhere')),
    http.put('*/api/session/password', async ({ request }) => (await gate(state)) ?? changePassword(state, request)),
  ];
}
