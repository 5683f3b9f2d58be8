import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { mayDo, mayImportKinds, NOBODY, POLICY, type Need, type Principal } from '../../src/domain/policy.ts';

const person = (more: Partial<Extract<Principal, { kind: 'person' }>>): Principal => ({
  ...{ kind: 'person', id: 'p', name: 'P', role: 'viewer', teams: [], records: false },
  ...more,
});
const WHO = {
  nobody: NOBODY,
  display: { kind: 'display', id: 'd', name: 'D' },
  key: { kind: 'key', id: 'k', name: 'K', kinds: ['orders'] },
  viewer: person({}),
  reader: person({ records: true }),
  lead: person({ role: 'lead', teams: ['south', 'south-city'] }),
  leadOfNone: person({ role: 'lead' }),
  editor: person({ role: 'editor' }),
  administrator: person({ role: 'administrator' }),
} as const satisfies Readonly<Record<string, Principal>>;

/* Written out by hand, so that a slip in `mayDo` shows. */
const MAY: Readonly<Record<Need, ReadonlyArray<keyof typeof WHO>>> = {
  nothing: ['nobody', 'display', 'key', 'viewer', 'reader', 'lead', 'leadOfNone', 'editor', 'administrator'],
  display: ['display'],
  figures: ['viewer', 'reader', 'lead', 'leadOfNone', 'editor', 'administrator'],
  reading: ['viewer', 'reader', 'lead', 'leadOfNone', 'editor', 'administrator'],
  records: ['reader'],
  'own-teams': ['lead', 'editor', 'administrator'],
  editing: ['editor', 'administrator'],
  imports: ['key', 'editor', 'administrator'],
  'own-account': ['viewer', 'reader', 'lead', 'leadOfNone', 'editor', 'administrator'],
  administration: ['administrator'],
};

describe('the policy', () => {
  test.each(Object.entries(POLICY))(
    '%s (%s) that somebody may do who must not, or the other way round',
    (action, need) => {
      const may = Object.entries(WHO).filter(([, who]) => mayDo(who, action as keyof typeof POLICY));
      expect(may.map(([name]) => name)).toEqual(MAY[need]);
    },
  );

  test('an endpoint without a line in the table, or a line for none', () => {
    const inside = ['confirmChange', 'readRefusedCells'];
    expect(Object.keys(POLICY).toSorted()).toEqual([...ENDPOINTS.map(({ id }) => id as string), ...inside].toSorted());
  });

  test.each([
    { teams: ['south'], may: true },
    { teams: ['south-city'], may: true },
    { teams: ['south', 'south-city'], may: true },
    { teams: ['north'], may: false },
    { teams: ['south', 'north'], may: false },
    { teams: [], may: false },
  ])('a lead of south who writes for $teams: $may', ({ teams, may }) => {
    expect(mayDo(WHO.lead, 'addGoal', teams)).toBe(may);
    expect(mayDo(WHO.editor, 'addGoal', teams)).toBe(true);
    expect(mayDo(WHO.viewer, 'addGoal', teams)).toBe(false);
  });

  test('teams that a viewer was granted once count for nothing', () => {
    expect(mayDo(person({ teams: ['south'] }), 'addGoal', ['south'])).toBe(false);
  });

  test('a key imports its kinds alone, and no file of which nobody knows what it holds', () => {
    expect(mayImportKinds(WHO.key, ['orders'])).toBe(true);
    expect(mayImportKinds(WHO.key, ['orders', 'claims'])).toBe(false);
    expect(mayImportKinds(WHO.key, [])).toBe(false);
    expect(mayImportKinds(WHO.editor, ['claims'])).toBe(true);
    expect(mayImportKinds(WHO.viewer, ['orders'])).toBe(false);
    expect(mayImportKinds(WHO.display, ['orders'])).toBe(false);
  });
});
