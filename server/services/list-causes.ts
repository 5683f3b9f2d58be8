import type { Causes } from '../../src/contract/breakdown.ts';
import { isoDate } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { componentNamed } from '../records/component.ts';

/** Causes and improvements that stand, by name. */
export const listCauses = async (ctx: ServiceContext): Promise<Causes> => {
  const causes = await ctx.db.background.all<{
    id: string;
    name: string;
    parent: string | null;
    component: string | null;
  }>(
    `select cause_id as id, name as name, parent_cause_id as parent, component as component from causes
     where voided_at is null order by name, cause_id`,
  );
  const improvements = await ctx.db.background.all<{ id: string; title: string; day: number | null }>(
    `select improvement_id as id, title as title, effective_day as day from improvements
     where voided_at is null order by title, improvement_id`,
  );
  return {
    causes: causes.map((cause) => ({ ...cause, component: componentNamed(cause.component) })),
    improvements: improvements.map(({ id, title, day }) => ({
      id,
      title,
      effective: day === null ? null : isoDate(day),
    })),
  };
};
