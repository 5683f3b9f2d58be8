import { describe, expect, it } from 'vitest';
import type { Improvement } from '../../../src/contract/improvements.ts';
import { improvementsHere, measureOf, unaffectedTeams } from '../../../src/features/goals/improvement-impact.ts';

const TEAMS = [
  { id: 'north', name: 'North', parent: null },
  { id: 'repairs', name: 'Repairs', parent: 'north' },
  { id: 'picking', name: 'Picking', parent: 'north' },
  { id: 'east', name: 'East', parent: null },
  { id: 'spare', name: 'Spare parts', parent: 'east' },
  { id: 'south', name: 'South', parent: null },
];

function of(team: string | null, title = 'Scanner'): Improvement {
  return {
    id: `${title} ${team ?? ''}`,
    title,
    owner: null,
    component: null,
    cause: null,
    indicator: null,
    team,
    effective: '2026-06-01',
    state: 'stands',
    origin: 'kept',
    revision: 1,
    changedBy: null,
    changedAt: null,
  };
}

describe('teams to compare an improvement with', () => {
  it('are none above or below its own, and of a branch only the top, so that no case counts twice', () => {
    expect(unaffectedTeams(of('repairs'), [of('repairs')], TEAMS)).toEqual(['picking', 'east', 'south']);
    expect(unaffectedTeams(of('north'), [of('north')], TEAMS)).toEqual(['east', 'south']);
  });

  it('are none in which the same was done, nor any that holds such a team', () => {
    expect(unaffectedTeams(of('north'), [of('north'), of('spare'), of('south', 'Other')], TEAMS)).toEqual(['south']);
  });

  it('are none where the whole organisation has it', () => {
    expect(unaffectedTeams(of(null), [], TEAMS)).toEqual([]);
    expect(unaffectedTeams(of('north'), [of('north'), of(null)], TEAMS)).toEqual([]);
  });
});

describe('improvements of a page', () => {
  const all = [of('north'), of('repairs'), of('east'), of(null)];

  it('are those of the team, of those above it, and of the organisation', () => {
    expect(improvementsHere(all, 'repairs', ['repairs', 'north'])).toEqual([of('north'), of('repairs'), of(null)]);
    expect(improvementsHere(all, null, [])).toEqual([of(null)]);
  });

  it('against a cause are judged by repeated claims, others by their own measure', () => {
    expect(measureOf({ indicator: null, cause: 'count' })).toBe('repeated-claims');
    expect(measureOf({ indicator: 'on-time', cause: 'count' })).toBe('on-time');
    expect(measureOf({ indicator: null, cause: null })).toBeNull();
  });
});
