import type { Frozen, FrozenDefinition } from '../../src/contract/reviews.ts';
import { firstWeekRead } from '../../src/domain/answer-range.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import type { ServiceContext } from '../context.ts';
import type { DataIndex } from '../services/data-index.ts';
import { getCatalogue } from '../services/get-catalogue.ts';
import { getObservations, spanOf } from '../services/get-observations.ts';
import { getTeams } from '../services/get-teams.ts';
import { teamsOf, type ReviewKey } from './review-key.ts';

const definitionOf = (indicator: Indicator): FrozenDefinition => {
  const { id, name, definition, numeratorWords, denominatorWords, decimals, lagDays } = indicator;
  return { id, name, definition, numeratorWords, denominatorWords, decimals, lagDays };
};

/**
 * All that the figures of a review are read from, by the same verbs that answered the page: the weeks that the page reads
 * up to the review's, in its scope, and the words of every indicator as they are today.
 */
export const freeze = (
  ctx: ServiceContext,
  index: DataIndex,
  { week, scope }: ReviewKey,
  words: Pick<Frozen, 'minutes' | 'carried'>,
  now: number,
): Frozen => {
  const query = { team: teamsOf(scope), indicator: [], by: 'scope' as const };
  const from = firstWeekRead(week, spanOf(ctx, index, query).from);
  return {
    now: new Date(now).toISOString(),
    dataVersion: index.version,
    observations: getObservations(ctx, index, query, { from, to: week }),
    catalogue: getCatalogue(ctx, index),
    teams: getTeams(index).teams,
    definitions: [...computedIndicators, ...index.own.map(ownIndicator)].map(definitionOf),
    ...words,
  };
};
