import type { People } from '../../src/contract/people.ts';
import { readPeople } from '../auth/people-rows.ts';
import type { ServiceContext } from '../context.ts';

/** People who may sign in, by name. */
export const listPeople = async (ctx: ServiceContext): Promise<People> => ({
  people: [...(await readPeople(ctx.db, { now: ctx.clock(), settings: ctx.settings }))],
});
