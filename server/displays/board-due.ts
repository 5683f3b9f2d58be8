import type { BoardDue } from '../../src/contract/board.ts';
import type { Minute } from '../../src/contract/minutes.ts';
import type { ServiceContext } from '../context.ts';
import { minutesOf } from '../reviews/read-review.ts';
import { reviewKey, scopeOf } from '../reviews/review-key.ts';
import type { DataIndex } from '../services/data-index.ts';
import { listActions } from '../services/list-actions.ts';
import { listReviews } from '../services/list-reviews.ts';
import { shownIndicator } from './shown-indicators.ts';

/**
 * Decisions of the latest review of a scope that was closed or written in, then the actions that are open in any review of
 * it, by due date. Still with whatever names stand in their texts.
 */
export const dueOf = async (
  ctx: ServiceContext,
  index: DataIndex,
  teams: readonly string[],
): Promise<readonly Minute[]> => {
  const [latest] = (await listReviews(ctx, teams)).reviews;
  const written = latest === undefined ? [] : await minutesOf(ctx.db.kysely, reviewKey(latest.week, teams));
  const scope = scopeOf(teams);
  const { actions } = await listActions(ctx, { state: 'open' });
  return [
    ...written.filter(({ kind }) => kind === 'decision'),
    ...actions.filter((action) => scopeOf(action.teams) === scope),
  ].filter(({ indicator }) => indicator === null || shownIndicator(index, indicator) !== null);
};

/** The same as a display may have it: without whoever took or owns it, and without a text in which a name stands. */
export const boardDue = ({ kind, indicator, text, week, action }: Minute, naming: ReadonlySet<string>): BoardDue => ({
  kind: kind === 'action' ? 'action' : 'decision',
  indicator,
  text: naming.has(text) ? null : text,
  due: action?.due ?? null,
  week,
});
