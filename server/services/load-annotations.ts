import type { Kysely } from 'kysely';
import type { KeptAnnotation } from '../../src/contract/annotations.ts';
import type { Annotation } from '../../src/contract/observations.ts';
import { isoDate, isoWeekLabel, parseIsoDate, weekOfDay } from '../../src/domain/week.ts';
import type { AnnotationsTable, ImprovementsTable, Schema } from '../db/schema.ts';
import type { AnnotationEventsTable } from '../db/schema-reviews.ts';
import type { DatedAnnotation } from './data-index.ts';

/** Source system of annotations that people made here. */
export const OWN_SOURCE = 'kept';
/** Their import: none has this number, so that no undo takes them. */
export const NO_IMPORT = 0;

const KINDS: ReadonlyArray<Annotation['kind']> = ['note', 'improvement', 'change'];

const instant = (at: number): string => new Date(at).toISOString();

const annotationOf = (row: AnnotationsTable): Annotation => ({
  id: row.annotation_id,
  date: isoDate(row.day),
  week: isoWeekLabel(row.week),
  text: row.text,
  indicator: row.indicator_id,
  team: row.team_id,
  kind: KINDS.find((kind) => kind === row.kind) ?? 'note',
  author: row.author,
  reason: row.reason,
});

/**
 * Who, when and why. What people added here has its own event; what an import brought was added by its author, or by its
 * source where none is named, when it was recorded.
 */
const historyOf = (row: AnnotationsTable, events: readonly AnnotationEventsTable[]): KeptAnnotation['history'] => {
  const told = events.map(({ what, at, by_whom: by, reason }) => ({
    what: what === 'withdrawn' ? ('withdrawn' as const) : ('added' as const),
    at: instant(at),
    by,
    reason,
  }));
  const added = told.find(({ what }) => what === 'added') ?? {
    what: 'added' as const,
    at: instant(row.recorded_at),
    by: row.author ?? row.source_system,
    reason: row.reason,
  };
  const withdrawn = told.find(({ what }) => what === 'withdrawn');
  if (withdrawn !== undefined) return [added, withdrawn];
  if (row.voided_at === null) return [added];
  return [added, { what: 'withdrawn', at: instant(row.voided_at), by: row.source_system, reason: null }];
};

const keptOf = (row: AnnotationsTable, events: readonly AnnotationEventsTable[]): KeptAnnotation => {
  const history = historyOf(row, events);
  const stands = history.length === 1;
  return { annotation: annotationOf(row), state: stands ? 'stands' : 'withdrawn', withdrawable: stands, history };
};

type EffectiveImprovement = Pick<
  ImprovementsTable,
  | 'improvement_id'
  | 'title'
  | 'effective_day'
  | 'owner'
  | 'decision'
  | 'recorded_at'
  | 'source_system'
  | 'indicator_id'
  | 'team_id'
>;

const improvementOf = (row: EffectiveImprovement): KeptAnnotation => {
  const day = row.effective_day ?? 0;
  return {
    annotation: {
      id: `improvement:${row.improvement_id}`.slice(0, 200),
      date: isoDate(day),
      week: isoWeekLabel(weekOfDay(day)),
      text: row.title,
      indicator: row.indicator_id ?? 'repeated-claims',
      team: row.team_id,
      kind: 'improvement',
      author: row.owner,
      reason: row.decision,
    },
    state: 'stands',
    withdrawable: false,
    history: [
      { what: 'added', at: instant(row.recorded_at), by: row.owner ?? row.source_system, reason: row.decision },
    ],
  };
};

/**
 * Every annotation with what was done to it, and improvements in effect. These stand on the line of the indicator that
 * they are to move; where they name a cause alone, on that of repeated claims. In no order.
 */
export const loadKeptAnnotations = async (kysely: Kysely<Schema>): Promise<readonly KeptAnnotation[]> => {
  const rows = await kysely.selectFrom('annotations').selectAll().execute();
  const events = await kysely.selectFrom('annotation_events').selectAll().execute();
  const improvements = await kysely
    .selectFrom('improvements')
    .select(['improvement_id', 'title', 'effective_day', 'owner', 'decision', 'recorded_at', 'source_system'])
    .select(['indicator_id', 'team_id'])
    .where('voided_at', 'is', null)
    .where('effective_day', 'is not', null)
    .where((where) => where.or([where('indicator_id', 'is not', null), where('cause_id', 'is not', null)]))
    .execute();
  const byAnnotation = new Map<string, AnnotationEventsTable[]>();
  for (const event of events) {
    const known = byAnnotation.get(event.annotation_id);
    if (known === undefined) byAnnotation.set(event.annotation_id, [event]);
    else known.push(event);
  }
  return [
    ...rows.map((row) => keptOf(row, byAnnotation.get(row.annotation_id) ?? [])),
    ...improvements.map(improvementOf),
  ];
};

/** Those that stand, oldest first, as the observations show them. */
export const loadAnnotations = async (kysely: Kysely<Schema>): Promise<readonly DatedAnnotation[]> =>
  (await loadKeptAnnotations(kysely))
    .filter(({ state }) => state === 'stands')
    .map(({ annotation }) => ({ day: parseIsoDate(annotation.date) ?? 0, annotation }))
    .sort((a, b) => a.day - b.day || (a.annotation.id < b.annotation.id ? -1 : 1));
