import { randomUUID } from 'node:crypto';
import type { NewAnnotation } from '../../src/contract/annotations.ts';
import type { Annotation } from '../../src/contract/observations.ts';
import { isoWeekLabel, parseIsoDate, weekOfDay } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { tellAudit } from '../auth/audit.ts';
import { bumpDataVersion } from '../db/data-version.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { isKnownIndicator } from './get-observations.ts';
import { NO_IMPORT, OWN_SOURCE } from './load-annotations.ts';

const dayOf = ({ date }: NewAnnotation): number => {
  const day = parseIsoDate(date);
  if (day === null) throw new ServiceFailure('bad-request', `There is no date ${date}.`, 'date');
  return day;
};

/**
 * Annotates a week, or confirms a change of the process: from its week on the limits start anew. The data version moves, so
 * that every page draws it.
 * @throws ServiceFailure `bad-request` at `date` or, for a change without one, at `reason`; `not-found` at `team` or
 *   `indicator`; `forbidden` for other teams than one's own, and for a change that one may not confirm.
 */
export const addAnnotation = async (ctx: ServiceContext, wanted: NewAnnotation): Promise<Annotation> => {
  ctx.assertMay('addAnnotation', concernedTeams(wanted.team));
  if (wanted.kind === 'change') ctx.assertMay('confirmChange', concernedTeams(wanted.team));
  const day = dayOf(wanted);
  if (wanted.kind === 'change' && wanted.reason === null) {
    throw new ServiceFailure('bad-request', 'A confirmed change of the process needs a reason.', 'reason');
  }
  const index = await ctx.data.index();
  const { text, indicator, team, kind, author, reason } = wanted;
  if (indicator !== null && !isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  if (team !== null && !index.teamIds.has(team)) {
    throw new ServiceFailure('not-found', `There is no team ${team}.`, 'team');
  }
  const id = `${OWN_SOURCE}-${randomUUID()}`;
  const now = ctx.clock();
  tellAudit({ about: id, detail: `${kind}: ${text}` });
  const version = await ctx.db.transaction(async (tx) => {
    await tx.kysely
      .insertInto('annotations')
      .values({
        annotation_id: id,
        day,
        week: weekOfDay(day),
        text,
        indicator_id: indicator,
        team_id: team,
        kind,
        author,
        reason,
        source_system: OWN_SOURCE,
        recorded_at: now,
        import_id: NO_IMPORT,
        voided_at: null,
      })
      .execute();
    await tx.kysely
      .insertInto('annotation_events')
      .values({ annotation_id: id, what: 'added', at: now, by_whom: author, reason })
      .execute();
    return bumpDataVersion(tx, now);
  }, INTERACTIVE);
  ctx.data.edited(version);
  ctx.live.announce(version);
  return { id, date: wanted.date, week: isoWeekLabel(weekOfDay(day)), text, indicator, team, kind, author, reason };
};
