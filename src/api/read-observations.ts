import * as z from 'zod/mini';
import type { IndicatorFailure } from '../contract/observations.ts';
import { Observations, ObservedSeries } from '../contract/observations.ts';

/** The answer with its series still unread: one bad series must not take the others down with it. */
const Envelope = z.extend(Observations, { series: z.array(z.unknown()) });

const Named = z.object({ indicator: z.string() });

/**
 * Reads an answer of `GET /api/observations` series by series. A series that breaks the contract, or whose columns do
 * not have the length that the answer names, becomes a failure of its indicator; the other indicators stand.
 */
export const TolerantObservations = z.pipe(
  Envelope,
  z.transform((answer): Observations => {
    const series: ObservedSeries[] = [];
    const failures: IndicatorFailure[] = [...(answer.failures ?? [])];
    for (const raw of answer.series) {
      const read = ObservedSeries.safeParse(raw);
      if (read.success && isWhole(read.data, answer.weeks)) series.push(read.data);
      else failures.push(unreadable(raw));
    }
    return { ...answer, series, failures };
  }),
);

function isWhole(series: ObservedSeries, weeks: number): boolean {
  return series.numerators.length === weeks && series.denominators.length === weeks;
}

function unreadable(raw: unknown): IndicatorFailure {
  const named = Named.safeParse(raw);
  return {
    indicator: named.success ? named.data.indicator : 'unknown',
    error: {
      code: 'internal',
      message: 'The service sent figures that this page cannot read.',
      reference: 'unreadable',
    },
  };
}
