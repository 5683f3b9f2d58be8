import { HttpResponse, http, type RequestHandler } from 'msw';
import { AnnotationsQuery, NewAnnotation, Withdrawal } from '../../src/contract/annotations.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody, parseQuery, unknownName } from './query.ts';

const NO_LISTS: ReadonlySet<string> = new Set();
const noStore = { 'cache-control': 'no-store' };

async function add(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(NewAnnotation, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  const day = parseIsoDate(body.date);
  if (day === null) return errorResponse('bad-request', `${body.date} is no date.`, 'date');
  if (body.kind === 'change' && body.reason === null)
    return errorResponse('bad-request', 'A change of the process needs a reason.', 'reason');
  const unknown = unknownName(
    state,
    body.team === null ? [] : [body.team],
    body.indicator === null ? [] : [body.indicator],
  );
  return unknown ?? HttpResponse.json(state.annotations.add(body, day), { status: 201, headers: noStore });
}

async function withdraw(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(Withdrawal, request);
  if ('refusal' in parsed) return parsed.refusal;
  const entry = state.annotations.list(state.given()).find(({ annotation }) => annotation.id === id);
  if (entry === undefined) return errorResponse('not-found', 'There is no such annotation.', 'id');
  if (entry.state === 'withdrawn') return errorResponse('conflict', 'It was withdrawn already.', 'state');
  if (!entry.withdrawable)
    return errorResponse('conflict', 'An improvement is changed where improvements are kept.', 'id');
  return HttpResponse.json(state.annotations.withdraw(entry, parsed.body), { headers: noStore });
}

export function annotationsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/annotations', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(AnnotationsQuery, new URL(request.url), NO_LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { indicator } = parsed.query;
      const unknown = unknownName(state, [], indicator === undefined ? [] : [indicator]);
      if (unknown !== null) return unknown;
      const annotations = state.annotations
        .list(state.given())
        .filter(
          ({ annotation }) =>
            indicator === undefined || annotation.indicator === null || annotation.indicator === indicator,
        );
      return HttpResponse.json({ annotations }, { headers: noStore });
    }),
    http.post('*/api/annotations', async ({ request }) => (await gate(state)) ?? add(state, request)),
    http.post('*/api/annotations/:id/withdrawal', async ({ request, params }) => {
      return (await gate(state)) ?? withdraw(state, String(params.id), request);
    }),
  ];
}
