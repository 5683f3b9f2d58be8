import { describe, expect, it } from 'vitest';
import type { Minute } from '../../src/contract/minutes.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { formats } from '../../src/domain/format.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { goalActions, type ActionFacts } from '../../src/reading/goal-actions.ts';

function known(id: string): Indicator {
  const indicator = computedById(id);
  if (indicator === undefined) throw new Error(id);
  return indicator;
}

const FACTS: ActionFacts = {
  today: parseIsoDate('2026-11-18') ?? 0,
  timeZone: 'Europe/Madrid',
  indicators: new Map([['in-full', known('in-full')]]),
  causes: [{ id: 'count', name: 'Stock count wrong', parent: null, component: 'systems' }],
  improvements: [
    {
      id: 'carrier',
      title: 'Second carrier',
      owner: null,
      component: 'facilities',
      cause: null,
      indicator: null,
      team: null,
      effective: null,
      state: 'stands',
      origin: 'imported',
      revision: 0,
      changedBy: null,
      changedAt: null,
    },
  ],
  formats: formats('en-GB'),
};

function minute(
  id: string,
  due: string,
  change: Omit<Partial<Minute>, 'action'> & { action?: Partial<Minute['action']> } = {},
): Minute {
  return {
    id,
    kind: 'action',
    week: '2026-W44',
    teams: ['north'],
    indicator: 'in-full',
    text: id,
    author: 'Tom Adeyemi',
    createdAt: '2026-11-01T09:00:00.000Z',
    changedBy: 'Tom Adeyemi',
    changedAt: '2026-11-01T09:00:00.000Z',
    revision: 1,
    ...change,
    action: {
      owner: 'Priya Nair',
      due,
      cause: null,
      improvement: null,
      state: 'open',
      expected: null,
      progress: null,
      closedAt: null,
      closedBy: null,
      ...change.action,
    },
  };
}

const rows = (actions: readonly Minute[], team: string | null = 'north') => goalActions(actions, team, FACTS);

describe('open actions of a team', () => {
  it('are those of its own reviews: not the organisation’s, another team’s or several teams’', () => {
    const all = [
      minute('own', '2026-11-20'),
      minute('all', '2026-11-20', { teams: [] }),
      minute('other', '2026-11-20', { teams: ['south'] }),
      minute('both', '2026-11-20', { teams: ['north', 'south'] }),
      minute('done', '2026-11-20', { action: { state: 'done' } }),
    ];
    expect(rows(all).map(({ text }) => text)).toEqual(['own']);
    expect(rows(all, null).map(({ text }) => text)).toEqual(['all']);
  });

  it('stand by their day, late ones last and told by how much', () => {
    const [next, later, late] = rows([
      minute('late', '2026-11-13', { action: { progress: 'Waits for the carrier' } }),
      minute('later', '2026-11-23'),
      minute('next', '2026-11-20', { action: { progress: 'Running, 2 of 3 weeks' } }),
    ]);
    expect([next?.text, later?.text, late?.text]).toEqual(['next', 'later', 'late']);
    expect(next?.state).toEqual({ words: 'Running, 2 of 3 weeks', look: 'plain', progress: '' });
    expect(later?.state.words).toBe('Open');
    expect(late?.state).toEqual({ words: '5 days late', look: 'late', progress: 'Waits for the carrier' });
  });

  it('name the component of their cause or improvement, the goal, and what they shall gain', () => {
    const [byCause, byImprovement, bare] = rows([
      minute('a', '2026-11-20', { action: { cause: 'count', expected: 0.6 } }),
      minute('b', '2026-11-21', { action: { improvement: 'carrier' } }),
      minute('c', '2026-11-22', { indicator: null }),
    ]);
    expect(byCause).toMatchObject({
      componentName: 'Systems and equipment',
      goal: 'In full',
      owner: 'P. Nair',
      due: 'Fri 20 Nov',
      expected: '+0.6\u00a0pp',
    });
    expect(byImprovement?.componentName).toBe('Facilities');
    expect(bare).toMatchObject({ componentName: 'None named', goal: 'None named', expected: 'none yet' });
  });
});
