import type { Breakdown } from '../../src/contract/breakdown.ts';
import { COMPONENTS } from '../../src/contract/improvements.ts';
import type { Sql } from '../db/database.ts';
import { componentNamed } from '../records/component.ts';
import { during } from './base.ts';
import { recordsOf, wrongCases, wrongOf, type CasesQuery } from './breakdown-cases.ts';
import { firstCauses } from './breakdown-causes.ts';
import { SPREADS, spreadOf, type LateCount } from './breakdown-spread.ts';
import { caseWords } from './breakdown-words.ts';
import { definitionOf } from './definitions.ts';

export type CasesBehind = Omit<Breakdown, 'indicator' | 'from' | 'week'>;

type CauseRow = {
  readonly cause_id: string | null;
  readonly name: string | null;
  readonly component: string | null;
  readonly count: number;
};

const NO_CAUSE = 'No cause named';
const WITHOUT_CASES: CasesBehind = { cases: 0, casesWords: '', causes: [], components: [], spread: null };

/** Whether figures of the weeks were sent ready-made, without any record. */
export const wasSentReadyMade = async (db: Sql, { indicator, weeks }: CasesQuery): Promise<boolean> =>
  (
    await db.all(
      `select 1 as one from sent_observations where indicator_id = $1 and ${during('week', weeks)} and voided_at is null limit 1`,
      [indicator],
    )
  ).length > 0;

/** The causes' cases by the component in which the cause has to be removed, most frequent first, the unknown last among equals. */
const componentsOf = (causes: readonly CauseRow[]): Breakdown['components'] => {
  const counts = [...COMPONENTS, null].map((component) => ({
    component,
    count: causes.reduce((sum, row) => sum + (componentNamed(row.component) === component ? row.count : 0), 0),
  }));
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
};

/**
 * What stood behind the cases of some weeks and a scope that went wrong: their first causes, and how far they went.
 * A figure of which no case can go wrong (a grade, a mere count) has none.
 * @returns null for an indicator that Kept does not count from records.
 */
export const casesBehind = async (db: Sql, query: CasesQuery): Promise<CasesBehind | null> => {
  const definition = definitionOf(query.indicator);
  if (definition === undefined) return null;
  const wrong = wrongOf(definition);
  const kind = recordsOf(definition);
  if (wrong === null || kind === null) return WITHOUT_CASES;
  const cases = wrongCases(definition, wrong, query);
  const causes = await db.all<CauseRow>(
    firstCauses(cases, { indicator: query.indicator, kind, week: query.weeks.to }),
    [query.indicator],
  );
  const spread = SPREADS[query.indicator];
  const late =
    spread === undefined
      ? []
      : await db.all<LateCount>(
          `with wrong as (${cases})
           select s.late as late, count(*) as count
           from wrong w join (${spread.sql(query)}) s on s.record_id = w.record_id group by s.late`,
          [query.indicator],
        );
  return {
    cases: causes.reduce((sum, { count }) => sum + count, 0),
    casesWords: caseWords(query.indicator),
    causes: causes.map(({ cause_id, name, count }) => ({ cause: cause_id, name: name ?? NO_CAUSE, count })),
    components: componentsOf(causes),
    spread: spread === undefined ? null : spreadOf(spread, late),
  };
};
