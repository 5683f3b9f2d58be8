import { describe, expect, it } from 'vitest';
import { TolerantObservations } from '../../src/api/read-observations.ts';

const GOOD = {
  indicator: 'on-time',
  team: null,
  numerators: [9, null],
  denominators: [10, null],
  coveredTo: '2026-11-15',
};
const ANSWER = {
  dataVersion: 3,
  teams: [],
  from: '2026-W46',
  weeks: 2,
  series: [GOOD],
  restatements: [],
  targets: [],
  annotations: [],
};

const BAD = [
  { name: 'a text for a number', series: { ...GOOD, indicator: 'in-full', numerators: ['9', null] } },
  { name: 'a column that is too short', series: { ...GOOD, indicator: 'in-full', denominators: [10] } },
  { name: 'a missing column', series: { indicator: 'in-full', team: null, numerators: [9, null], coveredTo: null } },
] as const;

describe('reading observations', () => {
  it.each(BAD)('$name fails its indicator alone, the others stand', ({ series }) => {
    const read = TolerantObservations.parse({ ...ANSWER, series: [GOOD, series] });
    expect(read.series).toEqual([GOOD]);
    expect(read.failures?.map((failure) => failure.indicator)).toEqual(['in-full']);
  });

  it('keeps the failures that the service tells itself, with their reference', () => {
    const failure = {
      indicator: 'price-realisation',
      error: { code: 'internal', message: 'Could not read invoices.', reference: 'E42' },
    };
    expect(TolerantObservations.parse({ ...ANSWER, failures: [failure] }).failures).toEqual([failure]);
  });

  it('refuses an answer whose frame is broken: weeks could not be placed', () => {
    expect(TolerantObservations.safeParse({ ...ANSWER, from: '2026-46' }).success).toBe(false);
  });
});
