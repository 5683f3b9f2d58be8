import { HttpResponse, http, type RequestHandler } from 'msw';
import { InvitationAcceptance, InvitationToken } from '../../src/contract/session.ts';
import { errorResponse } from '../state/errors.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody } from './query.ts';
import { noAccounts, passwordRefusal, sessionAnswer } from './session.ts';
import { takenName } from './taken-name.ts';

export const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/;

const worthless = (): Response =>
  errorResponse('not-found', 'This link was used, or has expired. Ask for a new one.', 'token');

async function look(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(InvitationToken, request);
  if ('refusal' in parsed) return parsed.refusal;
  const closed = noAccounts(state);
  if (closed !== null) return closed;
  const link = state.people.link(parsed.body.token);
  if (link === undefined) return worthless();
  const { purpose, expiresAt } = link;
  const person = link.person === null ? undefined : state.people.find(link.person);
  const { name: organisation } = state.dataset().organisation;
  const body = { purpose, organisation, email: person?.email ?? null, name: person?.name ?? null, expiresAt };
  return HttpResponse.json(body, { headers: { 'cache-control': 'no-store' } });
}

async function accept(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(InvitationAcceptance, request);
  if ('refusal' in parsed) return parsed.refusal;
  const closed = noAccounts(state);
  if (closed !== null) return closed;
  const { token, email, name, password } = parsed.body;
  const { people } = state;
  const link = people.link(token);
  if (link === undefined) return worthless();
  const invited = link.person === null ? undefined : people.find(link.person);
  const plain = invited?.email ?? email?.toLowerCase() ?? '';
  if (!EMAIL.test(plain)) return errorResponse('bad-request', 'This is no e-mail address.', 'email');
  const called = link.purpose === 'new-password' ? invited?.name : (name ?? invited?.name);
  if (called === undefined) return errorResponse('bad-request', 'Say your name.', 'name');
  const taken = called === invited?.name ? null : takenName(state, called, link.person);
  if (taken !== null) return taken;
  const refusal = passwordRefusal(password);
  if (refusal !== null) return refusal;
  const person =
    invited ??
    people.add({ email: plain, name: called, role: 'administrator', teams: [], records: true, state: 'active' });
  if (invited !== undefined) people.change(invited, { name: called, state: 'active' });
  people.setPassword(person.id, password);
  people.dropLinks(link.person);
  people.signIn(person.id);
  state.audit.add(personSignedIn(state), 'acceptInvitation', { about: plain, detail: link.purpose });
  return sessionAnswer(state);
}

/** One-time links: what they are for, and the password that is set by them. */
export function invitationHandlers(state: MockState): RequestHandler[] {
  return [
    http.post('*/api/invitation/look', async ({ request }) => (await gate(state)) ?? look(state, request)),
    http.post('*/api/invitation/acceptance', async ({ request }) => (await gate(state)) ?? accept(state, request)),
  ];
}
