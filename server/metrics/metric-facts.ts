import { parseIsoDate } from '../../src/domain/week.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import { getHealth } from '../services/get-health.ts';
import { listDisplays } from '../services/list-displays.ts';
import type { MetricFacts } from './metrics.ts';

/** What the metrics tell of the data, by the same words as the page's clocks; null where the database does not answer. */
export const metricFacts = async (ctx: ServiceContext): Promise<MetricFacts | null> => {
  try {
    const health = getHealth(ctx, await ctx.data.index());
    const displays = { online: 0, silent: 0, waiting: 0 };
    for (const { state } of (await listDisplays(ctx)).displays) displays[state] += 1;
    const day = health.dataTo === null ? null : parseIsoDate(health.dataTo);
    return {
      dataVersion: health.dataVersion,
      now: Date.parse(health.now),
      dataTo: day === null ? null : zoneClock(ctx.settings.timeZone).endOfDay(day) + 1,
      importedAt: health.pipelineRanAt === null ? null : Date.parse(health.pipelineRanAt),
      displays,
    };
  } catch {
    return null;
  }
};
