import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENDA_ORDER, agendaOf, distanceOf, type AgendaCandidate } from '../../src/domain/agenda.ts';
import type { Tone } from '../../src/domain/analysis-types.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import type { FigureMeasure, Measure } from '../../src/domain/measure-types.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import type { JudgedStatus } from '../../src/domain/status.ts';
import { indicator, measureInput, percentSeries, stable, week } from './build.ts';

const W46 = week('2026-W46');

/** A figure in the week, with whatever the rule looks at. */
function figure(given: {
  readonly status: JudgedStatus;
  readonly tone?: Tone | null;
  readonly value?: number;
  readonly gap?: number | null;
  readonly variation?: number;
}): FigureMeasure {
  const { status, tone = null, value = 90, gap = null, variation = 2 } = given;
  const limits = {
    mean: 90,
    upper: 90 + variation,
    lower: 90 - variation,
    nearUpper: 90 + variation,
    nearLower: 90 - variation,
  };
  const measure = readMeasure(measureInput({ series: percentSeries(stable(30)) }));
  if (measure.state !== 'figure') throw new Error(measure.state);
  return {
    ...measure,
    value,
    gap,
    judged: status,
    status,
    analysis: { ...measure.analysis, from: W46, limits: [limits] },
    signals:
      tone === null ? [] : [{ rule: 'outside', direction: 'low', tone, from: W46, to: W46, weeks: [W46], limits }],
  };
}

const named = (id: string, measure: Measure | null): AgendaCandidate => ({ indicator: indicator(id), measure });
const idsOf = (candidates: readonly AgendaCandidate[]): readonly string[] =>
  agendaOf(candidates).groups.flatMap(({ items }) => items.map((item) => item.indicator.id));

describe('what stands on the agenda', () => {
  test.each([
    { name: 'a missed target', measure: figure({ status: 'watch', gap: -1 }), on: true },
    { name: 'a missed target beyond reach', measure: figure({ status: 'act', gap: -4 }), on: true },
    { name: 'a signal on target', measure: figure({ status: 'on-target', tone: 'improving', gap: 1 }), on: true },
    { name: 'a signal without a target', measure: figure({ status: 'no-target', tone: 'neutral' }), on: true },
    { name: 'nothing on target', measure: figure({ status: 'on-target', gap: 1 }), on: false },
    { name: 'nothing without a target', measure: figure({ status: 'no-target' }), on: false },
  ])('$name: $on', ({ measure, on }) => {
    expect(idsOf([named('on-time', measure)])).toEqual(on ? ['on-time'] : []);
  });

  test('an old signal does not put a measure on it: only that of this very week does', () => {
    const series = percentSeries([...stable(58), 80, 90]);
    const measure = readMeasure(
      measureInput({ series, targets: [{ indicator: 'on-time', team: null, from: 0, value: 85 }] }),
    );
    expect(measure.analysis.signals).not.toEqual([]);
    expect(idsOf([named('on-time', measure)])).toEqual([]);
  });

  test('parts and the estimate of silent customers never stand on it, even where they miss a target', () => {
    const part = computedIndicators.find(({ group }) => group === 'part');
    const missed = figure({ status: 'act', tone: 'concerning', gap: -5 });
    const { groups, leftOut } = agendaOf([
      { indicator: part ?? indicator('on-time'), measure: missed },
      named('silent-customers', missed),
    ]);
    expect(groups).toEqual([]);
    expect(leftOut.map(({ id }) => id)).toEqual([part?.id, 'silent-customers']);
  });
});

describe('the order', () => {
  test('act before watch before no target before on target', () => {
    const order = idsOf([
      named('right-first-time', figure({ status: 'on-target', tone: 'improving', gap: 1 })),
      named('orders-due', figure({ status: 'no-target', tone: 'neutral' })),
      named('in-full', figure({ status: 'watch', gap: -9 })),
      named('on-time', figure({ status: 'act', gap: -1 })),
    ]);
    expect(order).toEqual(['on-time', 'in-full', 'orders-due', 'right-first-time']);
  });

  test('concerning signals first, then the farthest in units of natural variation, then the catalogue', () => {
    const order = idsOf([
      named('in-full', figure({ status: 'act', gap: -8, variation: 8 })),
      named('on-time', figure({ status: 'act', gap: -3, variation: 1 })),
      named('promise-kept', figure({ status: 'act', gap: -1, tone: 'concerning', variation: 8 })),
      named('price-as-promised', figure({ status: 'act', gap: -8, variation: 8 })),
    ]);
    expect(order).toEqual(['promise-kept', 'on-time', 'in-full', 'price-as-promised']);
  });

  test('3.6 points under the target with limits 1.4 above the mean is 2.57 variations away', () => {
    expect(distanceOf(figure({ status: 'act', value: 91.4, gap: -3.6, variation: 1.4 }))).toBeCloseTo(2.5714286, 6);
  });

  test('without a target the distance is that from the mean', () => {
    expect(distanceOf(figure({ status: 'no-target', value: 93, gap: null, variation: 2 }))).toBe(1.5);
  });

  test('a constant process off its target is the farthest, and two of them keep the order of the catalogue', () => {
    const constant = figure({ status: 'watch', gap: -1, variation: 0 });
    expect(distanceOf(constant)).toBe(Infinity);
    expect(idsOf([named('in-full', constant), named('on-time', constant)])).toEqual(['in-full', 'on-time']);
  });

  test('without limits a distance is unknown, never not-a-number', () => {
    const young = figure({ status: 'watch', gap: -1 });
    expect(distanceOf({ ...young, analysis: { ...young.analysis, limits: [null] } })).toBe(0);
  });
});

describe('for every organisation', () => {
  const measures: fc.Arbitrary<Measure | null> = fc.oneof(
    fc.constant(null),
    fc
      .record({
        status: fc.constantFrom<JudgedStatus>('act', 'watch', 'no-target', 'on-target'),
        tone: fc.constantFrom<Tone | null>(null, null, 'concerning', 'improving', 'neutral'),
        gap: fc.option(fc.double({ min: -9, max: 9, noNaN: true })),
        variation: fc.constantFrom(0, 0.5, 3),
      })
      .map(figure),
    fc.constant<Measure>({ ...figure({ status: 'act' }), state: 'gap', withheld: null }),
    fc.constant<Measure>({ ...figure({ status: 'act' }), state: 'too-few', n: 4, trailing: null }),
    fc.constant<Measure>({ ...figure({ status: 'act' }), state: 'nothing-due' }),
  );
  const all = fc
    .array(measures, { minLength: computedIndicators.length, maxLength: computedIndicators.length })
    .map((drawn) => computedIndicators.map((each, index) => ({ indicator: each, measure: drawn[index] ?? null })));

  test('every indicator is on the agenda, quiet or left out by rule, once: the counts add up', () => {
    fc.assert(
      fc.property(all, (candidates) => {
        const { groups, quiet, leftOut } = agendaOf(candidates);
        const found = [
          ...groups.flatMap(({ items }) => items.map((item) => item.indicator.id)),
          ...[...quiet.values()].flat().map(({ id }) => id),
          ...leftOut.map(({ id }) => id),
        ];
        expect(found.toSorted()).toEqual(candidates.map((each) => each.indicator.id).toSorted());
      }),
    );
  });

  test('the order is total: whatever order the candidates come in, what is not equal stands alike', () => {
    fc.assert(
      fc.property(all, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (candidates, draws) => {
        const shuffled = candidates
          .map((candidate, index) => ({ candidate, draw: draws[index] ?? 0 }))
          .toSorted((a, b) => a.draw - b.draw)
          .map(({ candidate }) => candidate);
        const keyed = (list: readonly AgendaCandidate[]) =>
          agendaOf(list).groups.map(({ status, items }) => [
            status,
            items.map((item) => [item.signal?.tone === 'concerning', item.distance]),
          ]);
        expect(keyed(shuffled)).toEqual(keyed(candidates));
        expect(agendaOf(candidates)).toEqual(agendaOf(candidates));
      }),
    );
  });

  test('groups come in the order of their urgency and none is empty', () => {
    fc.assert(
      fc.property(all, (candidates) => {
        const { groups } = agendaOf(candidates);
        expect(groups.map(({ status }) => status)).toEqual(
          AGENDA_ORDER.filter((status) => groups.some((group) => group.status === status)),
        );
        expect(groups.every(({ items }) => items.length > 0)).toBe(true);
      }),
    );
  });
});
