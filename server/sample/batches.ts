import type { Rows } from './as-of.ts';
import type { SampleKind, SampleRows } from './row-types.ts';
import type { SampleBatch } from './types.ts';

/** Rows that others refer to come first. */
const KINDS = [
  'teams',
  'causes',
  'listening_posts',
  'improvements',
  'goals',
  'annotations',
  'customers',
  'orders',
  'order_lines',
  'claims',
  'claim_events',
  'contacts',
  'evaluations',
  'costs',
] as const satisfies readonly SampleKind[];

export const BATCH_ROWS = 5_000;

/** Puts the rows of several weeks together until a kind would overflow its batch, then gives them out kind by kind. */
export function* inOrder(stories: Iterable<Rows>): Generator<SampleBatch> {
  let waiting = emptyRows();
  for (const rows of stories) {
    if (KINDS.some((kind) => waiting[kind].length + (rows[kind]?.length ?? 0) > BATCH_ROWS)) {
      yield* batches(waiting);
      waiting = emptyRows();
    }
    for (const kind of KINDS) append(waiting, kind, rows[kind]);
  }
  yield* batches(waiting);
}

type Waiting = { readonly [K in SampleKind]: Array<SampleRows[K]> };

const emptyRows = (): Waiting => ({
  teams: [],
  causes: [],
  listening_posts: [],
  improvements: [],
  goals: [],
  annotations: [],
  customers: [],
  orders: [],
  order_lines: [],
  claims: [],
  claim_events: [],
  contacts: [],
  evaluations: [],
  costs: [],
});

const append = <K extends SampleKind>(
  waiting: Waiting,
  kind: K,
  rows: ReadonlyArray<SampleRows[K]> | undefined,
): void => {
  if (rows) for (const row of rows) (waiting[kind] as Array<SampleRows[K]>).push(row);
};

function* batches(waiting: Waiting): Generator<SampleBatch> {
  for (const kind of KINDS) {
    const rows = waiting[kind];
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      yield { kind, rows: rows.slice(from, from + BATCH_ROWS) } as SampleBatch;
    }
  }
}
