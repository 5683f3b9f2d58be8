import { weekOfDay, type WeekNumber } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import type { DataIndex } from '../services/data-index.ts';
import { clocksOf } from '../services/get-health.ts';

/**
 * The first week whose status nobody has seen yet: the one after the latest complete week that has data, the running one
 * at the latest. A target enters force there at the earliest.
 */
export const earliestFrom = (ctx: ServiceContext, index: DataIndex): WeekNumber => {
  const today = dayOfInstant(ctx.clock(), ctx.settings.timeZone);
  const { latest } = clocksOf(index, today);
  return Math.min(weekOfDay(today), latest === null ? Infinity : latest + 1);
};
