import type { Improvement, Improvements } from '../../src/contract/improvements.ts';
import type { ServiceContext } from '../context.ts';
import type { ImprovementVersionsTable } from '../db/schema-goals.ts';
import { improvementOf } from '../improvements/improvement-rows.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The latest to take effect first, ideas last; of one day by title. */
const inOrder = (a: Improvement, b: Improvement): number =>
  compare(b.effective ?? '', a.effective ?? '') || compare(a.title, b.title) || compare(a.id, b.id);

/** Improvements that stand: those that people keep here, and imported ones. */
export const listImprovements = async ({ db: { kysely } }: ServiceContext): Promise<Improvements> => {
  const rows = await kysely.selectFrom('improvements').selectAll().where('voided_at', 'is', null).execute();
  const versions = await kysely.selectFrom('improvement_versions').selectAll().orderBy('revision').execute();
  const newest = new Map<string, ImprovementVersionsTable>();
  for (const version of versions) newest.set(version.improvement_id, version);
  return { improvements: rows.map((row) => improvementOf(row, newest.get(row.improvement_id))).sort(inOrder) };
};
