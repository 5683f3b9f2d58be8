import type { Comments, WeekQuery } from '../../src/contract/breakdown.ts';
import { isoDate, parseIsoWeek } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { EVALUATION_TEAM } from '../indicators/bases/evaluations.ts';
import { UNASSIGNED } from '../indicators/base.ts';
import { inTeams } from '../indicators/part-rows.ts';
import type { DataIndex } from './data-index.ts';
import { teamsInScope } from './get-observations.ts';

const MOST = 50;

type CommentRow = {
  readonly id: string;
  readonly day: number;
  readonly team_id: string;
  readonly text: string;
  readonly overall: number | null;
  readonly actionable: number | null;
  readonly total: number;
};

/**
 * What customers wrote in a week: answers with a comment, not those of employees. Worst overall grade first, ungraded
 * last, then newest.
 * @throws ServiceFailure `not-found` at `team`, `bad-request` at `week`.
 */
export const listComments = async (ctx: ServiceContext, index: DataIndex, query: WeekQuery): Promise<Comments> => {
  const week = parseIsoWeek(query.week);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${query.week} has no such week.`, 'week');
  const rows = await ctx.db.background.all<CommentRow>(
    `select b.*, count(*) over () as total from (
       select e.evaluation_id as id, e.answered_day as day, ${EVALUATION_TEAM} as team_id, e.comment as text,
         e.overall as overall, e.actionable as actionable, e.answered_at as answered_at
       from evaluations e
       left join orders eo on eo.order_id = e.order_id and e.team_id = '${UNASSIGNED}'
       where e.answered_week = $1 and e.voided_at is null and e.employee_id is null and trim(e.comment) <> '') b
     where 1 = 1 ${inTeams(teamsInScope(index, query.team))}
     order by case when b.overall is null then 1 else 0 end, b.overall, b.answered_at desc, b.id
     limit ${MOST}`,
    [week],
  );
  return {
    week: query.week,
    total: rows[0]?.total ?? 0,
    comments: rows.map(({ id, day, team_id, text, overall, actionable }) => ({
      id,
      date: isoDate(day),
      team: team_id,
      text,
      /* Stored as a share of its own scale. */
      grade: overall === null ? null : Math.round(overall * 1000) / 100,
      actionable: actionable === 1,
    })),
  };
};
