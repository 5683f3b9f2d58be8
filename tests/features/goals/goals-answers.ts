import type { Fetcher } from '../../../src/api/client.ts';
import type { Breakdown } from '../../../src/contract/breakdown.ts';
import type { Goal } from '../../../src/contract/goals.ts';
import type { Minute } from '../../../src/contract/minutes.ts';
import { answering } from '../scorecard/answers.ts';

/** A goal of Depot North as its source gave it. */
export function goal(indicator: string, start: number, target: number, change: Partial<Goal> = {}): Goal {
  return {
    id: `north-${indicator}`,
    indicator,
    team: 'depot-north',
    baseline: { week: '2026-W23', value: start },
    target,
    from: '2026-W23',
    due: '2027-03-28',
    owner: 'Tom Adeyemi',
    milestones: [],
    state: 'running',
    endedWeek: null,
    origin: 'imported',
    revision: 0,
    changedBy: null,
    changedAt: null,
    ...change,
  };
}

export const GOALS: readonly Goal[] = [
  goal('in-full', 90.6, 95, { due: '2027-01-31' }),
  goal('on-time', 93, 95),
  goal('repeated-claims', 25, 10),
  goal('in-full', 85, 90, { id: 'old', due: '2026-01-25', state: 'ended', endedWeek: '2026-W05' }),
  goal('on-time', 93, 96, { id: 'organisation', team: null }),
];

export function action(
  id: string,
  change: Omit<Partial<Minute>, 'action'> & { action?: Partial<Minute['action']> },
): Minute {
  return {
    id,
    kind: 'action',
    week: '2026-W45',
    teams: ['depot-north'],
    indicator: 'in-full',
    text: id,
    author: 'Tom Adeyemi',
    createdAt: '2026-11-09T09:00:00.000Z',
    changedBy: 'Tom Adeyemi',
    changedAt: '2026-11-09T09:00:00.000Z',
    revision: 1,
    ...change,
    action: {
      owner: 'Priya Nair',
      due: '2026-12-04',
      cause: null,
      improvement: 'wms',
      state: 'open',
      expected: 0.6,
      progress: null,
      closedAt: null,
      closedBy: null,
      ...change.action,
    },
  };
}

export const ACTIONS: readonly Minute[] = [
  action('Count the fastest movers', { action: { progress: 'Running, 2 of 3 weeks' } }),
  action('Offer the substitute', { action: { due: '2026-11-25', improvement: null } }),
];

const BREAKDOWN: Breakdown = {
  indicator: 'in-full',
  from: '2026-W41',
  week: '2026-W46',
  cases: 212,
  casesWords: 'short orders',
  causes: [
    { cause: 'count', name: 'Stock count wrong', count: 120 },
    { cause: 'pick', name: 'Partial pick released', count: 92 },
  ],
  components: [
    { component: 'systems', count: 120 },
    { component: 'procedures', count: 92 },
  ],
  spread: null,
};

const IMPROVEMENT = {
  id: 'wms',
  title: 'Counting by scanner',
  owner: null,
  component: 'systems',
  cause: null,
  indicator: null,
  team: null,
  effective: null,
  state: 'stands',
  origin: 'imported',
  revision: 0,
  changedBy: null,
  changedAt: null,
};

export type Written = { readonly method: string; readonly path: string; readonly body: unknown };

/** The design scenario with these goals and actions; what is written is kept in `written`, and answered by `write`. */
export function goalsAnswering(
  given: {
    readonly goals?: readonly Goal[];
    readonly actions?: () => readonly Minute[];
    readonly write?: (written: Written) => Response;
    readonly written?: Written[];
    readonly breakdown?: () => Response;
  } = {},
): Fetcher {
  const design = answering('design');
  const { goals = GOALS, actions = () => ACTIONS, write = () => json(ACTIONS[0]), written = [] } = given;
  return async (path, init) => {
    const method = init.method ?? 'GET';
    if (method !== 'GET') {
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
      const what = { method, path, body };
      written.push(what);
      return write(what);
    }
    if (path.startsWith('/api/goals')) return json({ goals, earliestFrom: '2026-W47' });
    if (path.startsWith('/api/improvements')) return json({ improvements: [IMPROVEMENT] });
    if (path.startsWith('/api/actions')) return json({ actions: actions() });
    if (path.startsWith('/api/breakdown')) return given.breakdown?.() ?? json(BREAKDOWN);
    return design(path, init);
  };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function refused(code: string, at: string, status: number): Response {
  return json({ code, message: 'Refused in words.', reference: 'REF-1', at }, status);
}
