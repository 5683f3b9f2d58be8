import { http, type RequestHandler } from 'msw';
import { WeekQuery } from '../../src/contract/breakdown.ts';
import { teamsInScope } from '../fixtures/scope.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseQuery, parseWeek, unknownName } from './query.ts';
import { tagged } from './tagged.ts';

const LISTS = new Set(['team']);
const MOST = 50;

/** Worst grade first, ungraded last, then newest. */
const worstFirst = (
  a: { readonly grade: number | null; readonly date: string },
  b: { readonly grade: number | null; readonly date: string },
): number => (a.grade ?? 11) - (b.grade ?? 11) || b.date.localeCompare(a.date);

export function commentsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/comments', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(WeekQuery, new URL(request.url), LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { query } = parsed;
      const unknown = unknownName(state, query.team, []);
      if (unknown !== null) return unknown;
      const week = parseWeek(query.week, 'week');
      if (typeof week !== 'number') return week;
      const dataset = state.dataset();
      const scope = teamsInScope(dataset, query.team);
      const comments = dataset.comments
        .filter((comment) => comment.week === week && scope.has(comment.team))
        .sort(worstFirst)
        .map(({ id, date, team, text, grade, actionable }) => ({ id, date, team, text, grade, actionable }));
      const answer = { week: query.week, total: comments.length, comments: comments.slice(0, MOST) };
      return tagged(request, state.dataVersion(), answer);
    }),
  ];
}
