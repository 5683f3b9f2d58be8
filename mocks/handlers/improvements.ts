import { HttpResponse, http, type RequestHandler } from 'msw';
import {
  ImprovementChange,
  ImprovementWithdrawal,
  NewImprovement,
  type Improvement,
  type ImprovementWords,
} from '../../src/contract/improvements.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { isKnownIndicator, parseBody } from './query.ts';
import { tagged } from './tagged.ts';

const noStore = { 'cache-control': 'no-store' };

/** Why the words name a day that does not exist; null where they do not. */
const impossibleDay = ({ effective }: ImprovementWords): Response | null =>
  effective !== null && parseIsoDate(effective) === null
    ? errorResponse('bad-request', `${effective} is no date.`, 'words.effective')
    : null;

/** Why these words name what is not there; null where all is there. */
function unknownNames(state: MockState, { indicator, team, cause }: ImprovementWords): Response | null {
  const { teams, causes } = state.dataset();
  if (indicator !== null && !isKnownIndicator(state, indicator))
    return errorResponse('not-found', `There is no indicator ${indicator}.`, 'words.indicator');
  if (team !== null && !teams.some(({ id }) => id === team))
    return errorResponse('not-found', `There is no team ${team}.`, 'words.team');
  if (cause !== null && !causes.some(({ id }) => id === cause))
    return errorResponse('not-found', `There is no cause ${cause}.`, 'words.cause');
  return null;
}

async function add(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(NewImprovement, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  const impossible = impossibleDay(body.words);
  if (impossible !== null) return impossible;
  const known = state.improvements.find(body.id);
  if (known !== undefined)
    return state.improvements.madeBy(body.id) === JSON.stringify(body)
      ? HttpResponse.json(known, { status: 201, headers: noStore })
      : errorResponse('conflict', 'Another improvement has this id.', 'id');
  const wrong = unknownNames(state, body.words);
  return wrong ?? HttpResponse.json(state.improvements.add(body), { status: 201, headers: noStore });
}

/** The improvement, where it stands at the revision that somebody wrote on. */
function standing(state: MockState, id: string, revision: number): Improvement | Response {
  const found = state.improvements.find(id);
  if (found === undefined) return errorResponse('not-found', 'There is no such improvement.', 'id');
  if (found.origin === 'imported')
    return errorResponse('conflict', 'This improvement is imported: change it where it comes from.', 'id');
  if (found.revision !== revision)
    return errorResponse('conflict', `${found.changedBy ?? 'Somebody'} changed it meanwhile.`, 'revision');
  return found.state === 'stands' ? found : errorResponse('conflict', 'This improvement was withdrawn.', 'state');
}

/** It is looked up once the body is read: two requests that come at once must not both find it unchanged. */
async function change(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(ImprovementChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  const impossible = impossibleDay(body.words);
  if (impossible !== null) return impossible;
  const found = standing(state, id, body.revision);
  if (found instanceof Response) return found;
  const wrong = unknownNames(state, body.words);
  return wrong ?? HttpResponse.json(state.improvements.change(found, body), { headers: noStore });
}

async function withdraw(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(ImprovementWithdrawal, request);
  if ('refusal' in parsed) return parsed.refusal;
  const found = standing(state, id, parsed.body.revision);
  if (found instanceof Response) return found;
  return HttpResponse.json(state.improvements.withdraw(found, parsed.body), { headers: noStore });
}

export function improvementsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/improvements', async ({ request }) => {
      const body = { improvements: state.improvements.standing() };
      return (await gate(state)) ?? tagged(request, state.dataVersion(), body);
    }),
    http.post('*/api/improvements', async ({ request }) => (await gate(state)) ?? add(state, request)),
    http.put('*/api/improvements/:id', async ({ request, params }) => {
      return (await gate(state)) ?? change(state, String(params.id), request);
    }),
    http.post('*/api/improvements/:id/withdrawal', async ({ request, params }) => {
      return (await gate(state)) ?? withdraw(state, String(params.id), request);
    }),
  ];
}
