import { HttpResponse, http, type RequestHandler } from 'msw';
import { GoalChange, GoalEnding, GoalsQuery, NewGoal, type Goal, type GoalWords } from '../../src/contract/goals.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { GoalHistory } from '../fixtures/goal-history.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { draftOf, earliestFrom, notYetAGoal, unknownAim } from './goal-checks.ts';
import { parseBody, parseQuery } from './query.ts';
import { tagged } from './tagged.ts';

const NO_LISTS: ReadonlySet<string> = new Set();
const noStore = { 'cache-control': 'no-store' };

/** An owner's name without the spaces around it, as it is kept. */
const tidied = (words: GoalWords): GoalWords => ({ ...words, owner: words.owner?.trim() ?? null });

/** The goal that stands under an id, where the request is the one that set it. */
function repeated(state: MockState, { versions: [first], id }: GoalHistory, given: NewGoal): Goal | undefined {
  const same =
    first.revision === 1 && first.by === given.author && JSON.stringify(first.words) === JSON.stringify(given.words);
  return same ? state.goals.all().find((goal) => goal.id === id) : undefined;
}

async function add(state: MockState, request: Request): Promise<Response> {
  const parsed = await parseBody(NewGoal, request);
  if ('refusal' in parsed) return parsed.refusal;
  const body = { ...parsed.body, words: tidied(parsed.body.words) };
  const draft = draftOf(body.words);
  if (draft instanceof Response) return draft;
  const known = state.goals.find(body.id);
  if (known !== undefined) {
    const goal = repeated(state, known, body);
    return goal === undefined
      ? errorResponse('conflict', 'Another goal has this id.', 'id')
      : HttpResponse.json(goal, { status: 201, headers: noStore });
  }
  const earliest = earliestFrom(state.dataset());
  const wrong = unknownAim(state, body.words) ?? notYetAGoal(state, draft, earliest);
  if (wrong !== null) return wrong;
  const { indicator, team } = body.words;
  const runs = state.goals
    .all()
    .some((goal) => goal.state === 'running' && goal.indicator === indicator && goal.team === team);
  if (runs)
    return errorResponse('conflict', 'A goal of this indicator runs here: change or end that one.', 'indicator');
  return HttpResponse.json(state.goals.add(body, earliest), { status: 201, headers: noStore });
}

type Found = { readonly history: GoalHistory; readonly goal: Goal };

/** The goal, where it runs at the revision that somebody wrote on. */
function runningGoal(state: MockState, id: string, revision: number): Found | Response {
  const history = state.goals.find(id);
  const goal = state.goals.all().find((each) => each.id === id);
  if (history === undefined || goal === undefined) return errorResponse('not-found', 'There is no such goal.', 'id');
  if (goal.revision !== revision)
    return errorResponse('conflict', `${goal.changedBy ?? 'Its source'} changed this goal meanwhile.`, 'revision');
  if (goal.state === 'ended') return errorResponse('conflict', 'This goal has ended.', 'state');
  return { history, goal };
}

/** The goal is looked up once the body is read: two requests that come at once must not both find it unchanged. */
async function change(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(GoalChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const body = { ...parsed.body, words: tidied(parsed.body.words) };
  const draft = draftOf(body.words);
  if (draft instanceof Response) return draft;
  const found = runningGoal(state, id, body.revision);
  if (found instanceof Response) return found;
  const { history, goal } = found;
  const other = (['indicator', 'team'] as const).find((field) => goal[field] !== body.words[field]);
  if (other !== undefined)
    return errorResponse('conflict', `A goal keeps its ${other}: end this one and set another.`, `words.${other}`);
  const earliest = earliestFrom(state.dataset());
  const moves = goal.target !== body.words.target || goal.from !== body.words.from;
  const wrong = notYetAGoal(state, draft, moves ? earliest : null);
  return wrong ?? HttpResponse.json(state.goals.change(history, body, earliest), { headers: noStore });
}

async function end(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(GoalEnding, request);
  if ('refusal' in parsed) return parsed.refusal;
  const found = runningGoal(state, id, parsed.body.revision);
  if (found instanceof Response) return found;
  const ended = state.goals.end(found.history, parsed.body, earliestFrom(state.dataset()));
  return HttpResponse.json(ended, { headers: noStore });
}

/** Where a scenario says so, somebody else changes a goal just before the page's first save of it. */
function meanwhile(state: MockState, id: string): void {
  const { editGoal } = state.behaviour;
  const history = state.goals.find(id);
  const goal = state.goals.all().find((each) => each.id === id);
  if (editGoal === null || history === undefined || goal === undefined || state.heard.edited.has(id)) return;
  state.heard.edited.add(id);
  const earliest = earliestFrom(state.dataset());
  const { indicator, team, baseline, target, from, due, owner, milestones, revision } = goal;
  const words = { indicator, team, baseline, target, from, due, owner, milestones };
  state.goals.change(history, { revision, ...editGoal(words, isoWeekLabel(earliest)) }, earliest);
}

export function goalsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/goals', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(GoalsQuery, new URL(request.url), NO_LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { state: wanted } = parsed.query;
      const goals = state.goals.all().filter((goal) => wanted === 'all' || goal.state === 'running');
      const body = { goals, earliestFrom: isoWeekLabel(earliestFrom(state.dataset())) };
      return tagged(request, state.dataVersion(), body);
    }),
    http.post('*/api/goals', async ({ request }) => (await gate(state)) ?? add(state, request)),
    http.put('*/api/goals/:id', async ({ request, params }) => {
      meanwhile(state, String(params.id));
      return (await gate(state)) ?? change(state, String(params.id), request);
    }),
    http.post('*/api/goals/:id/ending', async ({ request, params }) => {
      return (await gate(state)) ?? end(state, String(params.id), request);
    }),
    http.get('*/api/goals/:id/versions', async ({ request, params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const history = state.goals.find(String(params.id));
      if (history === undefined) return errorResponse('not-found', 'There is no such goal.', 'id');
      const versions = history.versions.map(({ revision, at, by, what, reason, words }) => ({
        revision,
        at,
        by,
        what,
        reason,
        words,
      }));
      return tagged(request, state.dataVersion(), { versions });
    }),
  ];
}
