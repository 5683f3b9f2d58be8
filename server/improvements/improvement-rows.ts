import type { Kysely } from 'kysely';
import type { Improvement, ImprovementWords } from '../../src/contract/improvements.ts';
import { isoDate, parseIsoDate } from '../../src/domain/week.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import type { ImprovementsTable, Schema } from '../db/schema.ts';
import type { ImprovementVersionsTable } from '../db/schema-goals.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { componentNamed } from '../records/component.ts';
import { NO_IMPORT, OWN_SOURCE } from '../services/load-annotations.ts';

/** Of every version, what is told of an improvement as it stands. */
export type NewestVersion = Pick<ImprovementVersionsTable, 'revision' | 'at' | 'by_whom'>;

const HALF_DAY_MS = 43_200_000;

/** Whether people keep it here: imported ones are changed where they come from. */
export const isKept = (row: ImprovementsTable): boolean =>
  row.source_system === OWN_SOURCE && row.import_id === NO_IMPORT;

export const improvementOf = (row: ImprovementsTable, newest: NewestVersion | undefined): Improvement => {
  const kept = isKept(row) ? newest : undefined;
  return {
    id: row.improvement_id,
    title: row.title,
    owner: row.owner,
    component: componentNamed(row.component),
    cause: row.cause_id,
    indicator: row.indicator_id,
    team: row.team_id,
    effective: row.effective_day === null ? null : isoDate(row.effective_day),
    state: row.voided_at === null ? 'stands' : 'withdrawn',
    origin: kept === undefined ? 'imported' : 'kept',
    revision: kept?.revision ?? 0,
    changedBy: kept?.by_whom ?? null,
    changedAt: kept === undefined ? null : new Date(kept.at).toISOString(),
  };
};

/** One spelling for equal words, whatever the order in which their fields came. */
export const spelledImprovement = (words: ImprovementWords): string => {
  const { title, owner, component, cause, indicator, team, effective } = words;
  return JSON.stringify([title, owner, component, cause, indicator, team, effective]);
};

/**
 * The columns that people write. The instant is noon of the day, so that another time zone of the organisation leaves the
 * day that was meant.
 * @throws ServiceFailure `bad-request` at `words.effective` where that is no date.
 */
export const improvementColumns = (words: ImprovementWords, timeZone: string) => {
  const { title, owner, component, cause, indicator, team, effective } = words;
  const day = effective === null ? null : parseIsoDate(effective);
  if (effective !== null && day === null) {
    throw new ServiceFailure('bad-request', `There is no date ${effective}.`, 'words.effective');
  }
  return {
    ...{ title, owner, component, cause_id: cause, indicator_id: indicator, team_id: team },
    effective_at: day === null ? null : zoneClock(timeZone).instantOfLocal(day, HALF_DAY_MS),
    effective_day: day,
  };
};

/** The improvement of an id, also a withdrawn one. */
export const findImprovement = async (kysely: Kysely<Schema>, id: string): Promise<ImprovementsTable | undefined> =>
  kysely.selectFrom('improvements').selectAll().where('improvement_id', '=', id).executeTakeFirst();

/** Every version of one improvement, oldest first. */
export const versionsOf = async (kysely: Kysely<Schema>, id: string): Promise<readonly ImprovementVersionsTable[]> =>
  kysely.selectFrom('improvement_versions').selectAll().where('improvement_id', '=', id).orderBy('revision').execute();
