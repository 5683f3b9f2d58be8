import { http, type RequestHandler } from 'msw';
import * as z from 'zod/mini';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { mayDo, NOBODY, type Action, type Principal } from '../../src/domain/policy.ts';
import { callerOf } from '../state/mock-caller.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { displayAsking } from './wall.ts';

const ROUTES: ReadonlyArray<{ readonly action: Action; readonly method: string; readonly path: RegExp }> =
  ENDPOINTS.map(({ id, method, path }) => ({
    action: id,
    method,
    path: new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)').replaceAll('.', '\\.')}$`),
  }));

/** What of a body says whom it concerns. */
const Concerned = z.object({
  team: z.optional(z.nullable(z.string())),
  kind: z.optional(z.string()),
  words: z.optional(z.object({ team: z.optional(z.union([z.nullable(z.string()), z.array(z.string())])) })),
});

const teamsOf = (team: string | readonly string[] | null | undefined): readonly string[] | undefined =>
  team === null ? [] : typeof team === 'string' ? [team] : team;

/** The teams that a request concerns; undefined where that does not matter, or cannot be read: then its handler refuses. */
async function concerned(
  state: MockState,
  action: Action,
  id: string,
  request: Request,
): Promise<readonly string[] | undefined> {
  const body = async (): Promise<z.infer<typeof Concerned>> => {
    const parsed = Concerned.safeParse(
      await request
        .clone()
        .json()
        .catch(() => null),
    );
    return parsed.success ? parsed.data : {};
  };
  switch (action) {
    case 'addGoal':
    case 'addImprovement':
    case 'approveDisplay':
      return teamsOf((await body()).words?.team);
    case 'addAnnotation':
      return teamsOf((await body()).team);
    case 'changeGoal':
    case 'endGoal':
      return teamsOf(state.goals.all().find((goal) => goal.id === id)?.team);
    case 'changeImprovement':
    case 'withdrawImprovement':
      return teamsOf(state.improvements.find(id)?.team);
    case 'withdrawAnnotation':
      return teamsOf(state.dataset().annotations.find((annotation) => annotation.id === id)?.team);
    case 'addMinute':
      return new URL(request.url).searchParams.getAll('team');
    case 'changeMinute':
    case 'removeMinute':
      return state.minutes.find(id)?.minute.teams;
    case 'changeDisplay':
    case 'commandDisplay':
    case 'revokeDisplay':
      return state.displays.find(id)?.words.team;
    default:
      return undefined;
  }
}

/** What is asked inside of an endpoint: a confirmed change, or its withdrawal, concerns everybody. */
async function inside(state: MockState, action: Action, id: string, request: Request): Promise<Action> {
  if (action === 'withdrawAnnotation') {
    const found = state.dataset().annotations.find((annotation) => annotation.id === id);
    return found?.kind === 'change' ? 'confirmChange' : action;
  }
  if (action !== 'addAnnotation') return action;
  const parsed = Concerned.safeParse(
    await request
      .clone()
      .json()
      .catch(() => null),
  );
  return parsed.success && parsed.data.kind === 'change' ? 'confirmChange' : action;
}

/** Below `/api/wall/` the display's own cookie counts alone, never a person's session. */
function screenAsking(state: MockState, cookies: Readonly<Record<string, string | undefined>>): Principal {
  const display = displayAsking(state, cookies);
  return display === undefined ? NOBODY : { kind: 'display', id: display.id, name: display.words.name };
}

const refuse = (caller: Principal): Response =>
  caller.kind === 'nobody'
    ? errorResponse('not-signed-in', 'Sign in first.')
    : errorResponse('forbidden', 'Your rights do not reach so far. An administrator can extend them.');

/** Stands before every endpoint, as the service's guard does: nothing is answered that the policy does not allow. */
export function guardHandlers(state: MockState): RequestHandler[] {
  return [
    http.all('*/api/*', async ({ request, cookies }) => {
      const { pathname } = new URL(request.url);
      const { method } = request;
      const route = ROUTES.find((each) => each.method === method && each.path.test(pathname));
      if (route === undefined || state.behaviour.service !== 'up') return undefined;
      const caller = pathname.startsWith('/api/wall/') ? screenAsking(state, cookies) : callerOf(state, request);
      if (caller === null) return errorResponse('not-signed-in', 'This key is wrong, or was revoked.', 'authorization');
      const id = decodeURIComponent(route.path.exec(pathname)?.[1] ?? '');
      const asked = await inside(state, route.action, id, request);
      const teams = await concerned(state, route.action, id, request);
      if (mayDo(caller, route.action) && mayDo(caller, asked, teams)) return undefined;
      if (method !== 'GET' && caller.kind !== 'nobody') state.audit.add(caller, route.action, { outcome: 'refused' });
      return refuse(caller);
    }),
  ];
}
