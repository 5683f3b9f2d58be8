import type { Fetcher } from '../../../src/api/client.ts';
import type { Goal, GoalChange, GoalEnding, GoalVersions, NewGoal } from '../../../src/contract/goals.ts';
import { GOALS, goalsAnswering, json, refused, type Written } from './goals-answers.ts';

export type GoalService = {
  readonly ask: Fetcher;
  readonly written: readonly Written[];
  /** Goals as the service holds them. */
  readonly goals: () => readonly Goal[];
  /** Another person changes a goal past this page. */
  readonly elsewhere: (id: string, change: Partial<Goal>, by?: string) => void;
  /** The next write is answered by this, once. */
  readonly answerNext: (answer: () => Response) => void;
};

/** A service of goals that keeps what is written and refuses what was written on an older revision. */
export function goalService(versions: GoalVersions['versions'] = []): GoalService {
  let goals = GOALS;
  let next: (() => Response) | null = null;
  const written: Written[] = [];
  const keep = (goal: Goal): Response => {
    goals = [...goals.filter(({ id }) => id !== goal.id), goal];
    return json(goal, 200);
  };
  const write = (id: string, body: unknown, kind: string): Response => {
    const stamp = {
      changedBy: (body as NewGoal).author,
      changedAt: '2026-11-16T09:00:00.000Z',
      origin: 'kept',
    } as const;
    if (kind === 'POST') {
      const { words } = body as NewGoal;
      return keep({
        ...words,
        ...stamp,
        id: (body as NewGoal).id,
        target: words.target ?? 0,
        from: words.from ?? '',
        due: words.due ?? '',
        state: 'running',
        endedWeek: null,
        revision: 1,
      });
    }
    const standing = goals.find((goal) => goal.id === id);
    if (standing === undefined) return refused('not-found', 'id', 404);
    if (standing.revision !== (body as GoalEnding).revision) return refused('conflict', 'revision', 409);
    const revision = standing.revision + 1;
    if (kind === 'ending') return keep({ ...standing, ...stamp, state: 'ended', endedWeek: '2026-W47', revision });
    const { words } = body as GoalChange;
    const { target, from, due } = words;
    return keep({
      ...standing,
      ...words,
      ...stamp,
      target: target ?? standing.target,
      from: from ?? standing.from,
      due: due ?? standing.due,
      revision,
    });
  };
  const others = goalsAnswering();
  return {
    written,
    goals: () => goals,
    elsewhere: (id, change, by = 'Ines Duarte') => {
      goals = goals.map((goal) =>
        goal.id === id ? { ...goal, ...change, changedBy: by, revision: goal.revision + 1, origin: 'kept' } : goal,
      );
    },
    answerNext: (answer) => {
      next = answer;
    },
    ask: async (path, init) => {
      if (!path.startsWith('/api/goals')) return others(path, init);
      const method = init.method ?? 'GET';
      const [, , , id = '', part = ''] = path.split('?')[0]?.split('/') ?? [];
      if (method === 'GET') return part === 'versions' ? json({ versions }) : json({ goals, earliestFrom: '2026-W47' });
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
      written.push({ method, path, body });
      const once = next;
      next = null;
      return once === null ? write(id, body, part === 'ending' ? 'ending' : method) : once();
    },
  };
}
