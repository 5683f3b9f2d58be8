import { describe, expect, it } from 'vitest';
import { goalDrafts, type GoalDraft } from '../../src/state/goal-drafts.ts';

const FIELDS = {
  indicator: 'in-full',
  baseline: { value: '90.6', day: '2026-06-01' },
  target: '95',
  due: '2027-01-31',
  from: '2026-06-01',
  owner: '',
  milestones: [{ value: '93', day: '2026-09-07' }],
};
const DRAFT: GoalDraft = {
  id: 'a-goal-of-north',
  revision: null,
  base: FIELDS,
  mine: FIELDS,
  reason: '',
  meanwhile: { by: 'Ines', taken: ['owner'], clashes: ['due'] },
};

describe('drafts of goals in the tab', () => {
  it('come back as they were kept', () => {
    expect(goalDrafts.of(JSON.stringify({ a: DRAFT }))).toEqual({ a: DRAFT });
  });

  it('are left out one by one where another version of the page wrote them otherwise', () => {
    const broken = { ...DRAFT, mine: { ...FIELDS, milestones: [{ value: 93 }] } };
    const unknown = { ...DRAFT, meanwhile: { by: 'Ines', taken: ['colour'], clashes: [] } };
    expect(goalDrafts.of(JSON.stringify({ a: DRAFT, broken, unknown, b: 3 }))).toEqual({ a: DRAFT });
  });

  it('are none where nothing readable stands', () => {
    expect(goalDrafts.of(null)).toEqual({});
    expect(goalDrafts.of('{')).toEqual({});
  });
});
