import type { Health } from '../../src/contract/health.ts';
import { isoDate, isoWeekLabel, sundayOf } from '../../src/domain/week.ts';
import type { Dataset } from '../fixtures/dataset.ts';

/** What of the service's state follows from what it holds. */
export function healthOfData(
  dataset: Dataset,
): Pick<
  Health,
  'dataTo' | 'latestWeek' | 'firstWeek' | 'pipelineRanAt' | 'expectedAt' | 'cadenceSeconds' | 'empty' | 'sample'
> {
  const empty = dataset.series.length === 0;
  const { lastWholeWeek, firstWeek, pipelineRanAt, cadenceSeconds, sample } = dataset;
  return {
    dataTo: empty ? null : isoDate(sundayOf(lastWholeWeek)),
    latestWeek: empty ? null : isoWeekLabel(lastWholeWeek),
    firstWeek: empty ? null : isoWeekLabel(firstWeek),
    pipelineRanAt: empty ? null : pipelineRanAt,
    expectedAt:
      empty || pipelineRanAt === null
        ? null
        : new Date(Date.parse(pipelineRanAt) + cadenceSeconds * 1000).toISOString(),
    cadenceSeconds,
    empty,
    sample,
  };
}
