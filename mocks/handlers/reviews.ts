import { HttpResponse, http, type RequestHandler } from 'msw';
import { Closing, ReviewQuery } from '../../src/contract/reviews.ts';
import { isoDate, parseIsoWeek, sundayOf } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import { errorResponse } from '../state/errors.ts';
import type { ReviewKey } from '../state/mock-reviews.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody, parseQuery, parseWeek, unknownName } from './query.ts';

const LISTS = new Set(['team']);
const noStore = { 'cache-control': 'no-store' };

/** The scope of an address: its teams, each once and sorted; a refusal where one is unknown. */
function teamsOf(state: MockState, request: Request): readonly string[] | Response {
  const parsed = parseQuery(ReviewQuery, new URL(request.url), LISTS);
  if ('refusal' in parsed) return parsed.refusal;
  const { team } = parsed.query;
  return unknownName(state, team, []) ?? [...new Set(team)].sort();
}

/** Week and scope that an address names, or why it names none. */
export function reviewKeyOf(state: MockState, label: unknown, request: Request): ReviewKey | Response {
  const week = parseWeek(String(label), 'week');
  if (typeof week !== 'number') return week;
  const teams = teamsOf(state, request);
  return teams instanceof Response ? teams : { week: String(label), teams };
}

async function close(state: MockState, key: ReviewKey, request: Request): Promise<Response> {
  const parsed = await parseBody(Closing, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { body } = parsed;
  const { now, organisation } = state.dataset();
  const sunday = sundayOf(parseIsoWeek(key.week) ?? 0);
  if (dayOfInstant(Date.parse(now), organisation.timeZone) <= sunday)
    return errorResponse('bad-request', `Week ${key.week} is complete after ${isoDate(sunday)}.`, 'week');
  if (state.reviews.isClosed(key))
    return errorResponse('conflict', 'This review is closed; what was seen is kept.', 'state');
  if (body.dataVersion !== state.dataVersion())
    return errorResponse('conflict', 'The data moved on. Look at the figures again, then close.', 'dataVersion');
  return HttpResponse.json(state.reviews.close(key, body, state.clock.next()), { headers: noStore });
}

export function reviewsHandlers(state: MockState): RequestHandler[] {
  const { reviews } = state;
  return [
    http.get('*/api/reviews', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const teams = teamsOf(state, request);
      return teams instanceof Response ? teams : HttpResponse.json(reviews.list(teams), { headers: noStore });
    }),
    http.get('*/api/reviews/:week', async ({ request, params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const key = reviewKeyOf(state, params.week, request);
      return key instanceof Response ? key : HttpResponse.json(reviews.review(key), { headers: noStore });
    }),
    http.post('*/api/reviews/:week/closing', async ({ request, params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const key = reviewKeyOf(state, params.week, request);
      return key instanceof Response ? key : close(state, key, request);
    }),
  ];
}
