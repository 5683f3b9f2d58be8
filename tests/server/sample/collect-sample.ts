import { plantedIn } from '../../../server/sample/planted.ts';
import type { SampleKind, SampleRows } from '../../../server/sample/row-types.ts';
import { lastSampleWeek, sampleCompany } from '../../../server/sample/sample-company.ts';
import type { SampleImport } from '../../../server/sample/types.ts';
import { dayOfDate } from '../../../src/domain/week.ts';

/** A Sunday, so that the last whole week ended a week before. */
export const TODAY = dayOfDate(2026, 11, 22);
export const NOW = Date.UTC(2026, 10, 22, 10);
export const OPTIONS = { seed: 'kept', today: TODAY, timeZone: 'Europe/Madrid', now: NOW } as const;
export const PLANTED = plantedIn(lastSampleWeek(TODAY));

const ID_OF: { readonly [K in SampleKind]: (row: SampleRows[K]) => string } = {
  teams: (row) => row.team_id,
  causes: (row) => row.cause_id,
  listening_posts: (row) => row.post_id,
  improvements: (row) => row.improvement_id,
  goals: (row) => row.goal_id,
  annotations: (row) => row.annotation_id,
  customers: (row) => row.customer_id,
  orders: (row) => row.order_id,
  order_lines: (row) => row.line_id,
  claims: (row) => row.claim_id,
  claim_events: (row) => row.event_id,
  contacts: (row) => row.contact_id,
  evaluations: (row) => row.evaluation_id,
  costs: (row) => row.cost_id,
};

/** Rows by id as they stand after some of the imports, the later version of a row in place of the earlier. */
export type Collected = { readonly [K in SampleKind]: ReadonlyMap<string, SampleRows[K]> };

export const collect = (imports: readonly SampleImport[]): Collected => {
  const found = Object.fromEntries(Object.keys(ID_OF).map((kind) => [kind, new Map<string, unknown>()]));
  for (const one of imports) {
    for (const { kind, rows } of one.batches()) {
      const idOf = ID_OF[kind] as (row: unknown) => string;
      for (const row of rows) found[kind]?.set(idOf(row), row);
    }
  }
  return found as unknown as Collected;
};

/** Ids by kind, in the order in which an import brings them. */
export const idsOf = (one: SampleImport): ReadonlyMap<SampleKind, readonly string[]> => {
  const ids = new Map<SampleKind, string[]>();
  for (const { kind, rows } of one.batches()) {
    const idOf = ID_OF[kind] as (row: unknown) => string;
    ids.set(kind, [...(ids.get(kind) ?? []), ...rows.map(idOf)]);
  }
  return ids;
};

export const kept = (): readonly SampleImport[] => sampleCompany(OPTIONS);
