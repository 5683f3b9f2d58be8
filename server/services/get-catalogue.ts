import type { Catalogue } from '../../src/contract/catalogue.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import type { ServiceContext } from '../context.ts';
import type { DataIndex } from './data-index.ts';
import { hasData, needsOf } from './indicator-scope.ts';

/**
 * Record kinds that no import covers yet. None where all are covered and no record counts (claims without an
 * acknowledge-by); all of them where there are figures and no week is covered by every kind.
 */
const stillNeeded = (index: DataIndex, indicator: string): RecordKind[] => {
  const needs = needsOf(indicator);
  const uncovered = needs.filter((kind) => !index.coverage.has(kind));
  return uncovered.length === 0 && index.weeks.has(indicator) ? [...needs] : uncovered;
};

/** Own indicators, availability and the organisation's settings. */
export const getCatalogue = (ctx: ServiceContext, index: DataIndex): Catalogue => {
  const { settings } = ctx;
  const available = computedIndicators.filter(({ id }) => hasData(index, id)).map(({ id }) => id);
  const has = new Set(available);
  return {
    organisation: {
      name: settings.organisation,
      timeZone: settings.timeZone,
      locale: settings.locale,
      currency: settings.currency,
      fiscalYearStartMonth: settings.fiscalYearStartMonth,
      ruleProfile: settings.ruleProfile,
      rightFirstTimeDays: settings.rightFirstTimeDays,
    },
    available,
    missing: computedIndicators
      .filter(({ id }) => !has.has(id))
      .map(({ id }) => ({ indicator: id, needs: stillNeeded(index, id) })),
    own: index.own.map((own) => ({ ...own })),
    marks: { ...settings.marks },
    weights: { ...settings.weights },
  };
};
