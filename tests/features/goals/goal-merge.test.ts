import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { mergeFields } from '../../../src/parts/field-merge.ts';
import { isSame } from '../../../src/features/goals/goal-merge.ts';
import { numberOf } from '../../../src/features/goals/goal-form-fields.ts';
import { GOAL_FIELDS, type GoalFields } from '../../../src/state/goal-drafts.ts';

const mergeGoal = (base: GoalFields, mine: GoalFields, theirs: GoalFields) =>
  mergeFields(GOAL_FIELDS, isSame, { base, mine, theirs });

const BASE: GoalFields = {
  indicator: 'in-full',
  baseline: { value: '90.6', day: '2026-06-01' },
  target: '95',
  due: '2027-01-31',
  from: '2026-06-01',
  owner: 'Tom Adeyemi',
  milestones: [],
};

describe('two people’s changes to a goal', () => {
  it('both stand where they touch different fields', () => {
    const merge = mergeGoal(BASE, { ...BASE, target: '96' }, { ...BASE, owner: 'Ines Duarte' });
    expect(merge).toEqual({ fields: { ...BASE, target: '96', owner: 'Ines Duarte' }, taken: ['owner'], clashes: [] });
  });

  it('are no clash where both wrote the same, however it is typed', () => {
    const merge = mergeGoal(BASE, { ...BASE, target: '96,0' }, { ...BASE, target: '96' });
    expect(merge.clashes).toEqual([]);
    expect(merge.fields.target).toBe('96,0');
  });

  it('wait for a choice where both changed the same field: mine stays typed', () => {
    const merge = mergeGoal(BASE, { ...BASE, due: '2027-02-28' }, { ...BASE, due: '2027-03-31', owner: 'Ines' });
    expect(merge.clashes).toEqual(['due']);
    expect(merge.taken).toEqual(['owner']);
    expect(merge.fields.due).toBe('2027-02-28');
  });

  it('never mix the value of one baseline with the week of the other', () => {
    const mine = { ...BASE, baseline: { value: '91', day: '2026-06-01' } };
    const theirs = { ...BASE, baseline: { value: '90.6', day: '2026-07-06' } };
    expect(mergeGoal(BASE, mine, theirs)).toMatchObject({ fields: mine, clashes: ['baseline'] });
  });

  it('lose nothing, whatever they are', () => {
    const text = fc.constantFrom('1', '2', '3');
    const day = fc.constantFrom('2026-06-01', '2026-06-03', '2026-07-06');
    const point = fc.record({ value: text, day });
    const fields = fc.record({
      indicator: fc.constant('in-full'),
      baseline: point,
      target: text,
      due: day,
      from: day,
      owner: fc.constantFrom('A', 'B', ''),
      milestones: fc.array(point, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const merge = mergeGoal(base, mine, theirs);
        for (const field of GOAL_FIELDS) {
          const changedByMe = !isSame(field, base, mine);
          const changedByThem = !isSame(field, base, theirs);
          const clash = merge.clashes.includes(field);
          expect(isSame(field, merge.fields, changedByMe || !changedByThem ? mine : theirs)).toBe(true);
          expect(clash).toBe(changedByMe && changedByThem && !isSame(field, mine, theirs));
        }
      }),
    );
  });
});

describe('a number as it is typed', () => {
  it.each([
    ['95', 95],
    ['95.5', 95.5],
    ['95,5', 95.5],
    ['−2', -2],
    ['96 %', 96],
    ['', null],
    ['soon', null],
  ])('reads %j as %j', (text, value) => expect(numberOf(text)).toBe(value));

  it('is none where a comma may part thousands or decimals', () => {
    expect(numberOf('12,480')).toBeNull();
  });
});
