import { describe, expect, it } from 'vitest';
import { improvementDrafts, type ImprovementDraft } from '../../src/state/improvement-drafts.ts';

const FIELDS = {
  title: 'Counting by scanner',
  owner: 'Priya Nair',
  component: 'systems',
  cause: '',
  indicator: 'in-full',
  effective: '',
  team: null,
};
const DRAFT: ImprovementDraft = {
  id: 'scanner',
  revision: 2,
  base: FIELDS,
  mine: { ...FIELDS, team: 'depot-north' },
  reason: '',
  meanwhile: { by: 'Ines', taken: ['owner'], clashes: ['team'] },
};

describe('drafts of improvements in the tab', () => {
  it('come back as they were kept, and without those that another version of the page wrote otherwise', () => {
    const broken = { ...DRAFT, mine: { ...FIELDS, owner: null } };
    const unknown = { ...DRAFT, meanwhile: { by: 'Ines', taken: [], clashes: ['target'] } };
    expect(improvementDrafts.of(JSON.stringify({ a: DRAFT, broken, unknown }))).toEqual({ a: DRAFT });
  });
});
