import { HttpResponse, http, type RequestHandler } from 'msw';
import { NewApiKey } from '../../src/contract/api-keys.ts';
import { AuditQuery } from '../../src/contract/audit.ts';
import { errorResponse } from '../state/errors.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody, parseQuery } from './query.ts';

const noStore = { 'cache-control': 'no-store' };
const NO_LISTS: ReadonlySet<string> = new Set();

async function make(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(NewApiKey, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  if (state.keys.list().some(({ name, state: stands }) => name === body.name && stands === 'active'))
    return errorResponse('conflict', 'A key has this name already.', 'name');
  const who = personSignedIn(state);
  const made = state.keys.make(body, who.kind === 'nobody' ? '' : who.name);
  state.audit.add(who, 'makeApiKey', { about: body.name, detail: body.kinds.join(', ') });
  return HttpResponse.json(made, { status: 201, headers: noStore });
}

/** Keys for imports, and the log of who did what. */
export function keysHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/keys', async () => {
      return (await gate(state)) ?? HttpResponse.json({ keys: state.keys.list() }, { headers: noStore });
    }),
    http.post('*/api/keys', async ({ request }) => (await gate(state)) ?? make(state, request)),
    http.delete('*/api/keys/:id', async ({ params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const key = state.keys.revoke(String(params.id));
      if (key === undefined) return errorResponse('not-found', 'There is no such key.', 'id');
      state.audit.add(personSignedIn(state), 'revokeApiKey', { about: key.name });
      return HttpResponse.json(key, { headers: noStore });
    }),
    http.get('*/api/audit', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(AuditQuery, new URL(request.url), NO_LISTS);
      return 'refusal' in parsed
        ? parsed.refusal
        : HttpResponse.json(state.audit.page(parsed.query), { headers: noStore });
    }),
  ];
}
