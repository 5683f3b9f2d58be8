import { describe, expect, test } from 'vitest';
import { computedById, computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import { DIMENSIONS } from '../../src/domain/catalogue-types.ts';
import { INDICATORS, indicatorById } from '../../src/domain/catalogue.ts';
import { gradeOf } from '../../src/domain/grade.ts';

/** Issue 2, "Catalogue", and the context counts and parts decided there. */
const COMPUTED = [
  'right-first-time',
  'service-grade',
  'service-grade-pass',
  'service-grade-fail',
  'service-grade-delight',
  'attention-gap',
  'in-full',
  'claims-per-1000',
  'on-time',
  'answered-in-promise',
  'resolved-in-promise',
  'open-claims',
  'price-as-promised',
  'price-realisation',
  'cost-of-poor-service',
  'promise-kept',
  'retention-12-week',
  'retention-12-month',
  'repeated-claims',
  'voice-ratio',
  'silent-customers',
  'chases',
  'active-customers',
  'orders-due',
  'claims-opened',
  'broken-late',
  'broken-short',
  'broken-defective',
  'broken-price',
  'broken-several',
  'claims-with-cause',
];

/** indicators.md: everything else that it names. */
const PLANNED = [
  'perception-gap',
  'broken-promise-share',
  'cohort-survival',
  'win-back',
  'recovered-complainants',
  'asked',
  'answered',
  'listening-posts-live',
  'routed',
  'discussed',
  'acted',
  'held-fixes',
  'told-back',
  'drawer',
  'component-balance',
  'know',
  'can',
  'want',
  'staff-grade',
  'turnover',
  'ready-successor',
  'recognition',
  'empowerment',
  'posture',
  'goals-operational',
  'sustained',
];

describe('catalogue', () => {
  test('computes what the issue lists, and nothing else claims to be computed', () => {
    expect(computedIndicators.map((each) => each.id).toSorted()).toEqual(COMPUTED.toSorted());
    expect(
      INDICATORS.filter((each) => each.origin === 'computed')
        .map((each) => each.id)
        .toSorted(),
    ).toEqual(COMPUTED.toSorted());
  });

  test.each(PLANNED)('%s stands in the catalogue as planned', (id) => {
    expect(indicatorById(id)?.origin).toBe('planned');
    expect(computedById(id)).toBeUndefined();
  });

  test('ids are unique, and whatever is paired exists', () => {
    const ids = INDICATORS.map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(INDICATORS.flatMap((each) => each.pairedWith).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('tiles stand in the order of the design', () => {
    const tiles = DIMENSIONS.map((dimension) =>
      computedIndicators.filter((each) => each.group === dimension).map((each) => each.id),
    );
    expect(tiles).toEqual([
      ['right-first-time', 'service-grade', 'attention-gap'],
      ['in-full', 'claims-per-1000'],
      ['on-time', 'resolved-in-promise', 'answered-in-promise'],
      ['price-as-promised', 'price-realisation', 'cost-of-poor-service'],
    ]);
  });

  test.each([...INDICATORS])('$id has words and needs', (each) => {
    expect(each.name.length * each.definition.length * each.numeratorWords.length * each.needs.length).toBeGreaterThan(
      0,
    );
  });

  const marked = INDICATORS.flatMap(({ id, better, marks }) => (marks ? [{ id, better, marks }] : []));

  test.each(marked)('$id has marks that run its way', ({ better, marks }) => {
    const sign = better === 'lower' ? -1 : 1;
    expect(sign * (marks.pass - marks.floor)).toBeGreaterThan(0);
    expect(sign * (marks.delight - marks.pass)).toBeGreaterThan(0);
    expect(gradeOf(marks.pass, marks)).toBe(6);
  });

  test('an own indicator works like a built-in one', () => {
    const own = ownIndicator({
      id: 'first-call',
      name: 'Solved at the first call',
      dimension: 'opportunity',
      unit: 'percent',
      better: 'higher',
      decimals: 0,
      marks: { floor: 20, pass: 60, delight: 95 },
      lagDays: 2,
      definition: 'Calls that needed no second one.',
    });
    expect(own).toMatchObject({ group: 'opportunity', origin: 'own', needs: ['observations'], takesTarget: true });
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(indicatorById('on-time') ?? {}).toSorted());
  });
});
