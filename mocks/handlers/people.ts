import { HttpResponse, http, type RequestHandler } from 'msw';
import { NewPerson, PersonChange, type Person } from '../../src/contract/people.ts';
import { INVITATION_PATH } from '../../src/contract/session.ts';
import { errorResponse } from '../state/errors.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { EMAIL } from './invitation.ts';
import { parseBody } from './query.ts';
import { noAccounts } from './session.ts';
import { takenName } from './taken-name.ts';

const noStore = { 'cache-control': 'no-store' };

const nobody = (): Response => errorResponse('not-found', 'There is no such person.', 'id');

function unknownTeam(state: MockState, teams: readonly string[]): Response | null {
  const unknown = teams.find((team) => !state.dataset().teams.some(({ id }) => id === team));
  return unknown === undefined ? null : errorResponse('not-found', `There is no team ${unknown}.`, 'teams');
}

/** A person with a new one-time link, as it is shown once. */
function withLink(state: MockState, { id, state: stands }: Person, request: Request): object {
  const { token, expiresAt } = state.people.makeLink(id, stands === 'invited' ? 'invitation' : 'new-password');
  const address = `${new URL(request.url).origin}${INVITATION_PATH}#${token}`;
  return { person: state.people.find(id), link: { address, expiresAt } };
}

async function invite(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(NewPerson, request);
  if ('refusal' in parsed) return parsed.refusal;
  const closed = noAccounts(state);
  if (closed !== null) return closed;
  const { email, ...wanted } = parsed.body;
  if (!EMAIL.test(email)) return errorResponse('bad-request', 'This is no e-mail address.', 'email');
  const unknown = unknownTeam(state, wanted.teams);
  if (unknown !== null) return unknown;
  if (state.people.byEmail(email) !== undefined)
    return errorResponse('conflict', 'Somebody has this e-mail already.', 'email');
  const taken = takenName(state, wanted.name, null);
  if (taken !== null) return taken;
  const person = state.people.add({ ...wanted, email: email.toLowerCase(), state: 'invited' });
  state.audit.add(personSignedIn(state), 'invitePerson', { about: person.email, detail: person.role });
  return HttpResponse.json(withLink(state, person, request), { status: 201, headers: noStore });
}

/** Whoever never came is invited, whatever was asked. */
const stateAfter = ({ lastSeenAt }: Person, asked: PersonChange['state']): Person['state'] =>
  asked === 'disabled' ? 'disabled' : lastSeenAt === null ? 'invited' : 'active';

async function change(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(PersonChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  const person = state.people.find(id);
  if (person === undefined) return nobody();
  if (person.revision !== body.revision)
    return errorResponse('conflict', 'Somebody has changed this person meanwhile.', 'revision');
  const unknown = unknownTeam(
    state,
    body.teams.filter((team) => !person.teams.includes(team)),
  );
  if (unknown !== null) return unknown;
  const taken = body.name === person.name ? null : takenName(state, body.name, id);
  if (taken !== null) return taken;
  const isLast =
    person.role === 'administrator' && person.state === 'active' && state.people.otherAdministrators(id) === 0;
  if (isLast && body.role !== 'administrator')
    return errorResponse('conflict', 'No administrator would be left who can sign in.', 'role');
  if (isLast && body.state === 'disabled')
    return errorResponse('conflict', 'No administrator would be left who can sign in.', 'state');
  if (body.state === 'disabled') {
    state.people.dropLinks(id);
    if (state.people.signedIn()?.id === id) state.people.signOut();
  }
  const { name, role, teams, records } = body;
  const after = { name, role, teams, records, state: stateAfter(person, body.state) };
  const changed = state.people.change(person, after);
  state.audit.add(personSignedIn(state), 'changePerson', {
    about: person.email,
    detail: `${person.role} → ${changed.role}`,
  });
  return HttpResponse.json(changed, { headers: noStore });
}

export function peopleHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/people', async () => {
      return (await gate(state)) ?? HttpResponse.json({ people: state.people.list() }, { headers: noStore });
    }),
    http.post('*/api/people', async ({ request }) => (await gate(state)) ?? invite(state, request)),
    http.put('*/api/people/:id', async ({ request, params }) => {
      return (await gate(state)) ?? change(state, String(params.id), request);
    }),
    http.post('*/api/people/:id/link', async ({ request, params }) => {
      const closed = (await gate(state)) ?? noAccounts(state);
      if (closed !== null) return closed;
      const person = state.people.find(String(params.id));
      if (person === undefined) return nobody();
      if (person.state === 'disabled')
        return errorResponse('conflict', 'This person is disabled. Enable them before you make a link.', 'state');
      state.audit.add(personSignedIn(state), 'makePersonLink', { about: person.email });
      return HttpResponse.json(withLink(state, person, request), { headers: noStore });
    }),
    http.delete('*/api/people/:id/sessions', async ({ params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const person = state.people.find(String(params.id));
      if (person === undefined) return nobody();
      state.audit.add(personSignedIn(state), 'signPersonOut', { about: person.email });
      if (state.people.signedIn()?.id === person.id) state.people.signOut();
      return HttpResponse.json(state.people.find(person.id), { headers: noStore });
    }),
  ];
}
