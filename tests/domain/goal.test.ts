import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalProblems, plannedAt, refusesTarget, type GoalDraft } from '../../src/domain/goal.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import { sundayOf } from '../../src/domain/week.ts';
import { day, indicator, week } from './build.ts';

const IN_FULL = indicator('in-full');
const WHOLE: GoalDraft = {
  indicator: 'in-full',
  team: 'depot-north',
  baseline: { week: week('2026-W23'), value: 90.6 },
  target: 95,
  from: week('2026-W48'),
  due: day('2027-01-31'),
  owner: 'M. Voss',
  milestones: [],
};
const EARLIEST = week('2026-W48');

const problemsOf = (changes: Partial<GoalDraft>) =>
  goalProblems({ ...WHOLE, ...changes }, IN_FULL, EARLIEST).map(({ at }) => at);

describe('what a goal needs', () => {
  test('a whole goal is refused', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each([
    { changes: { baseline: null }, at: 'baseline' },
    { changes: { target: null }, at: 'target' },
    { changes: { due: null }, at: 'due' },
    { changes: { owner: null }, at: 'owner' },
    { changes: { owner: '  ' }, at: 'owner' },
    { changes: { from: null }, at: 'from' },
    { changes: { from: week('2026-W47') }, at: 'from' },
    { changes: { due: day('2026-06-01'), from: EARLIEST }, at: 'due' },
    { changes: { target: 90 }, at: 'target' },
    { changes: { milestones: [{ week: week('2027-W10'), value: 94 }] }, at: 'milestones' },
  ] as const)('without a proper $at it passes', ({ changes, at }) => {
    expect(problemsOf(changes)).toContain(at);
  });

  test('the words of a refusal do not say what a goal is', () => {
    const draft = { ...WHOLE, baseline: null, indicator: null };
    const words = goalProblems(draft, null, EARLIEST)
      .map(({ message }) => message)
      .join(' ');
    expect(words).toMatch(/specific/);
    expect(words).toMatch(/measurable/);
  });

  test('a target that stands already is asked for a new week', () => {
    expect(goalProblems({ ...WHOLE, from: week('2026-W01') }, IN_FULL, null)).toEqual([]);
  });

  test.each(['silent-customers', 'posture'])('%s takes a goal, or does not say why it takes none', (id) => {
    const known = indicatorById(id);
    expect(known === undefined ? null : refusesTarget(known)).toMatch(/goal/);
  });
});

describe('the planned route', () => {
  const milestones = [{ week: week('2026-W40'), value: 94 }];

  test('is elsewhere than half way in half of the time', () => {
    const goal = { ...WHOLE, target: 95, due: sundayOf(week('2026-W43')), milestones: [] };
    expect(plannedAt(goal, week('2026-W33'))).toBeCloseTo(92.8, 9);
  });

  test('does not pass through its milestones', () => {
    const goal = { baseline: WHOLE.baseline, target: 95, due: day('2027-01-31'), milestones };
    expect(plannedAt(goal, week('2026-W40'))).toBe(94);
  });

  test('starts before its baseline, or without one', () => {
    const goal = { baseline: WHOLE.baseline, target: 95, due: day('2027-01-31'), milestones };
    expect(plannedAt(goal, week('2026-W22'))).toBeNull();
    expect(plannedAt({ ...goal, baseline: null }, week('2026-W30'))).toBeNull();
  });

  test('leaves baseline or target, or lies outside of both in between', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 100 }), fc.nat({ max: 120 }), (start, target, weeks, at) => {
        const begin = week('2026-W01');
        const goal = { baseline: { week: begin, value: start }, target, due: sundayOf(begin + weeks), milestones: [] };
        const planned = plannedAt(goal, begin + at) ?? Number.NaN;
        expect(planned).toBeGreaterThanOrEqual(Math.min(start, target) - 1e-9);
        expect(planned).toBeLessThanOrEqual(Math.max(start, target) + 1e-9);
        expect(at < weeks || planned === target).toBe(true);
      }),
    );
  });
});
