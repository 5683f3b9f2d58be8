import type { Annotation } from '../../src/contract/observations.ts';
import { DIMENSIONS, type Better, type FigureUnit } from '../../src/domain/catalogue-types.ts';
import type { OwnIndicatorEntry } from '../../src/domain/catalogue-own.ts';
import { isoDate, isoWeekLabel, weekOfDay } from '../../src/domain/week.ts';
import type { Database } from '../db/database.ts';
import type { AnnotationsTable } from '../db/schema.ts';
import type { DatedAnnotation, GoalTarget } from './data-index.ts';

const UNITS: readonly FigureUnit[] = ['percent', 'per-1000', 'ratio', 'count'];
const BETTER: readonly Better[] = ['higher', 'lower', 'none'];
const KINDS: ReadonlyArray<Annotation['kind']> = ['note', 'improvement', 'change'];

const oneOf = <Word extends string>(words: readonly Word[], text: string, otherwise: Word): Word =>
  words.find((word) => word === text) ?? otherwise;

/** The organisation's own indicators. Enumerated words were checked at import. */
export const loadOwnIndicators = async (db: Database): Promise<readonly OwnIndicatorEntry[]> => {
  const rows = await db.kysely
    .selectFrom('indicators')
    .selectAll()
    .where('voided_at', 'is', null)
    .orderBy('indicator_id')
    .execute();
  return rows.map((row) => ({
    id: row.indicator_id,
    name: row.name,
    dimension: oneOf(DIMENSIONS, row.dimension, 'quality'),
    unit: oneOf(UNITS, row.unit, 'ratio'),
    better: oneOf(BETTER, row.better, 'none'),
    decimals: row.decimals,
    marks:
      row.floor === null || row.pass === null || row.delight === null
        ? null
        : { floor: row.floor, pass: row.pass, delight: row.delight },
    lagDays: row.lag_days,
    definition: row.definition,
  }));
};

/** Targets from goals. Of two for the same indicator, team and week, the one recorded later stands. */
export const loadTargets = async (db: Database): Promise<readonly GoalTarget[]> => {
  const rows = await db.kysely
    .selectFrom('goals')
    .select(['indicator_id', 'team_id', 'from_week', 'target'])
    .where('voided_at', 'is', null)
    .orderBy('indicator_id')
    .orderBy('from_week')
    .orderBy('recorded_at')
    .orderBy('goal_id')
    .execute();
  const standing = new Map<string, GoalTarget>();
  for (const row of rows) {
    const target = { indicator: row.indicator_id, teamId: row.team_id, from: row.from_week, value: row.target };
    standing.set(JSON.stringify([target.indicator, target.teamId, target.from]), target);
  }
  return [...standing.values()];
};

const annotationOf = (row: AnnotationsTable): DatedAnnotation => ({
  day: row.day,
  annotation: {
    id: row.annotation_id,
    date: isoDate(row.day),
    week: isoWeekLabel(row.week),
    text: row.text,
    indicator: row.indicator_id,
    team: row.team_id,
    kind: oneOf(KINDS, row.kind, 'note'),
    author: row.author,
    reason: row.reason,
  },
});

/** Annotations, and improvements in effect that name a cause: these stand on the line of repeated claims, which they are to lower. */
export const loadAnnotations = async (db: Database): Promise<readonly DatedAnnotation[]> => {
  const annotations = await db.kysely.selectFrom('annotations').selectAll().where('voided_at', 'is', null).execute();
  const improvements = await db.kysely
    .selectFrom('improvements')
    .select(['improvement_id', 'title', 'effective_day', 'owner', 'decision'])
    .where('voided_at', 'is', null)
    .where('effective_day', 'is not', null)
    .where('cause_id', 'is not', null)
    .execute();
  const effective = improvements.map((row): DatedAnnotation => {
    const day = row.effective_day ?? 0;
    return {
      day,
      annotation: {
        id: `improvement:${row.improvement_id}`.slice(0, 200),
        date: isoDate(day),
        week: isoWeekLabel(weekOfDay(day)),
        text: row.title,
        indicator: 'repeated-claims',
        team: null,
        kind: 'improvement',
        author: row.owner,
        reason: row.decision,
      },
    };
  });
  return [...annotations.map(annotationOf), ...effective].sort(
    (a, b) => a.day - b.day || (a.annotation.id < b.annotation.id ? -1 : 1),
  );
};
