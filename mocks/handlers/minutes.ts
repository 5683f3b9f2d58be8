import { HttpResponse, http, type RequestHandler } from 'msw';
import { MinuteChange, MinuteRemoval, NewMinute, type ActionWords, type Minute } from '../../src/contract/minutes.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { errorResponse } from '../state/errors.ts';
import { tidyAction, type HeldMinute } from '../state/mock-minutes.ts';
import type { ReviewKey } from '../state/mock-reviews.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody, parseQuery, unknownName } from './query.ts';
import { reviewKeyOf } from './reviews.ts';

const NO_LISTS: ReadonlySet<string> = new Set();
const noStore = { 'cache-control': 'no-store' };
const CLOSED = 'This review is closed; only the state of its actions, and how far they are, can still change.';

/** Why an entry cannot say this; null where it can. */
function unusable(
  state: MockState,
  kind: Minute['kind'],
  indicator: string | null,
  action: ActionWords | null,
): Response | null {
  if ((kind === 'action') !== (action !== null))
    return errorResponse('bad-request', 'Owner and due date are given for actions, and for actions alone.', 'action');
  if (action !== null && parseIsoDate(action.due) === null)
    return errorResponse('bad-request', `${action.due} is no date.`, 'action.due');
  const { causes, improvements } = state.dataset();
  if (action?.cause != null && !causes.some(({ id }) => id === action.cause))
    return errorResponse('not-found', `There is no cause ${action.cause}.`, 'action.cause');
  if (action?.improvement != null && !improvements.some(({ id }) => id === action.improvement))
    return errorResponse('not-found', `There is no improvement ${action.improvement}.`, 'action.improvement');
  return unknownName(state, [], indicator === null ? [] : [indicator]);
}

async function add(state: MockState, key: ReviewKey, request: Request): Promise<Response> {
  const parsed = await parseBody(NewMinute, request);
  if ('refusal' in parsed) return parsed.refusal;
  const body = { ...parsed.body, action: parsed.body.action && tidyAction(parsed.body.action) };
  const known = state.minutes.find(body.id);
  if (known !== undefined) {
    const { minute } = known;
    const sameReview = minute.week === key.week && minute.teams.join('/') === key.teams.join('/');
    return sameReview && known.request === JSON.stringify(body) && !known.removed
      ? HttpResponse.json(known.minute, { status: 201, headers: noStore })
      : errorResponse('conflict', 'Another entry has this id.', 'id');
  }
  if (state.reviews.isClosed(key)) return errorResponse('conflict', CLOSED, 'state');
  const wrong = unusable(state, body.kind, body.indicator, body.action);
  if (wrong !== null) return wrong;
  const minute = state.minutes.add(body, key.week, key.teams, state.clock.next());
  return HttpResponse.json(minute, { status: 201, headers: noStore });
}

/** Whether a change leaves all of an action but its state, and how far it is, as it was. */
function changesStateAlone({ minute }: HeldMinute, change: MinuteChange): boolean {
  if (minute.action === null || change.action === null) return false;
  const { owner, due, cause, improvement, expected } = minute.action;
  const { action } = change;
  return (
    change.text === minute.text &&
    change.indicator === minute.indicator &&
    action.owner === owner &&
    action.due === due &&
    action.cause === cause &&
    action.improvement === improvement &&
    (action.expected ?? null) === (expected ?? null)
  );
}

const unknownEntry = (): Response => errorResponse('not-found', 'There is no such entry.', 'id');

/** Why an entry is not what somebody wrote on; null where it is. */
const stale = ({ minute, removed }: HeldMinute, revision: number): Response | null =>
  removed || revision !== minute.revision
    ? errorResponse('conflict', `${minute.changedBy} changed or removed it meanwhile.`, 'revision')
    : null;

/** The entry is looked up once the body is read: two requests that come at once must not both find it unchanged. */
async function change(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(MinuteChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const body = { ...parsed.body, action: parsed.body.action && tidyAction(parsed.body.action) };
  const held = state.minutes.find(id);
  if (held === undefined) return unknownEntry();
  const { minute } = held;
  const late = stale(held, body.revision);
  if (late !== null) return late;
  const wrong = unusable(state, minute.kind, body.indicator, body.action);
  if (wrong !== null) return wrong;
  if (state.reviews.isClosed(minute) && !changesStateAlone(held, body))
    return errorResponse('conflict', CLOSED, 'state');
  return HttpResponse.json(state.minutes.change(held, body, state.clock.next()), { headers: noStore });
}

function remove(state: MockState, id: string, request: Request): Response {
  const parsed = parseQuery(MinuteRemoval, new URL(request.url), NO_LISTS);
  if ('refusal' in parsed) return parsed.refusal;
  const { revision, author } = parsed.query;
  const held = state.minutes.find(id);
  if (held === undefined) return unknownEntry();
  const late = stale(held, revision);
  if (late !== null) return late;
  if (state.reviews.isClosed(held.minute)) return errorResponse('conflict', CLOSED, 'state');
  return HttpResponse.json(state.minutes.remove(held, author, state.clock.next()), { headers: noStore });
}

/** Where a scenario says so, somebody else changes an entry just before the page's first save of it. */
function meanwhile(state: MockState, id: string): void {
  const { edit } = state.behaviour;
  const held = state.minutes.find(id);
  if (edit === null || held === undefined || state.heard.edited.has(id)) return;
  state.heard.edited.add(id);
  const { minute } = held;
  const { revision, indicator, action } = minute;
  const { author, text } = edit(minute.text);
  state.minutes.change(held, { revision, indicator, text, author, action }, state.clock.next());
}

export function minutesHandlers(state: MockState): RequestHandler[] {
  return [
    http.post('*/api/reviews/:week/minutes', async ({ request, params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const key = reviewKeyOf(state, params.week, request);
      return key instanceof Response ? key : add(state, key, request);
    }),
    http.put('*/api/minutes/:id', async ({ request, params }) => {
      meanwhile(state, String(params.id));
      return (await gate(state)) ?? change(state, String(params.id), request);
    }),
    http.delete('*/api/minutes/:id', async ({ request, params }) => {
      return (await gate(state)) ?? remove(state, String(params.id), request);
    }),
    http.get('*/api/minutes/:id/versions', async ({ params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const held = state.minutes.find(String(params.id));
      return held === undefined ? unknownEntry() : HttpResponse.json({ versions: held.versions }, { headers: noStore });
    }),
  ];
}
