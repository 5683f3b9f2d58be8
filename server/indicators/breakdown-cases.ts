import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { FigureSettings } from '../records/types.ts';
import type { Base, Weeks } from './base.ts';
import type { IndicatorDefinition } from './definition.ts';
import { partRows, partsByRows } from './part-rows.ts';

/**
 * `teamIds`: the scope with everything below it already expanded; null: the whole organisation. `weeks`: of a stock or
 * look-back one week alone, for its cases stand in many (`weeksCounted`).
 */
export type CasesQuery = {
  readonly indicator: string;
  readonly teamIds: readonly string[] | null;
  readonly weeks: Weeks;
  readonly settings: FigureSettings;
};

/**
 * The weeks of which an indicator's cases are counted: as its figure over several weeks is made, all of them where weeks
 * are summed, the last one where a stock or look-back stands at it. There a case would count in every week anew.
 */
export const weeksCounted = (indicator: string, weeks: Weeks): Weeks =>
  computedById(indicator)?.overWeeks === 'last' ? { from: weeks.to, to: weeks.to } : weeks;

/** Figures of which no single case can be said to have gone wrong, although a direction is better. */
const ESTIMATES: ReadonlySet<string> = new Set(['silent-customers']);

/**
 * SQL of how many cases of a row went wrong, over `numerator` and `denominator` of its record.
 * Misses where higher is better, hits where lower is, and all claims of an indicator that merely counts claims.
 * Where the denominator is money a record is one case: a cost, a line sold below its list price.
 * null: the figure has no cases (a grade, a stock of customers).
 */
export const wrongOf = ({ id, parts }: IndicatorDefinition): string | null => {
  const indicator = computedById(id);
  if (indicator?.numeratorScale !== 1 || ESTIMATES.has(id)) return null;
  const isMoney = indicator.unit === 'percent' && indicator.countedIn === '';
  if (isMoney) {
    return indicator.better === 'lower'
      ? 'case when numerator > 0 then 1 else 0 end'
      : 'case when numerator < denominator then 1 else 0 end';
  }
  if (indicator.better === 'higher') return 'denominator - numerator';
  if (indicator.better === 'lower') return 'numerator';
  return parts.every(({ base }) => base.records === 'claims') ? 'numerator' : null;
};

/** The kind of record of which the cases are: that of the first part whose rows can go wrong. */
export const recordsOf = ({ parts }: IndicatorDefinition): Base['records'] | null => parts[0]?.base.records ?? null;

/**
 * SQL of the cases of some weeks and a scope that went wrong: `record_id` and `wrong`, their whole number (1 for most).
 * The rows are those that counted the figure (`rows-behind.ts`), so that the cases add up to its misses or hits.
 * `$1` is the indicator.
 */
export const wrongCases = (definition: IndicatorDefinition, wrong: string, query: CasesQuery): string => {
  const kind = recordsOf(definition);
  const parts = definition.parts.filter(({ base }) => base.records === kind);
  const rows = partsByRows(parts).flatMap(([first, ...rest]) =>
    first === undefined ? [] : [partRows([first, ...rest], query)],
  );
  return `select record_id, wrong from (
      select record_id, ${wrong} as wrong from (
        select record_id, sum(numerator) as numerator, sum(denominator) as denominator
        from (${rows.join('\n union all ')}) parts group by record_id) summed) judged
    where wrong > 0`;
};
