import { describe, expect, it } from 'vitest';
import { titleOf } from '../../src/app/document-title.ts';
import { freshnessOf } from '../../src/app/freshness-words.ts';
import { DATA, GOALS, SCORECARD } from '../../src/state/view.ts';

const organisation = { locale: 'en-GB', timeZone: 'Europe/Madrid' };

describe('the clocks of the bar', () => {
  it.each([
    { now: '2026-11-22T22:59:59Z', certainty: 'settling until Sun 22 Nov' },
    { now: '2026-11-22T23:00:00Z', certainty: 'final' },
  ])('at $now the week is $certainty: midnight is the organisation’s, not the screen’s', ({ now, certainty }) => {
    expect(freshnessOf({ dataTo: '2026-11-15', now }, organisation)).toEqual({ to: 'Sun 15 Nov', certainty });
  });

  it('says nothing of data that is not there', () => {
    expect(freshnessOf({ dataTo: null, now: '2026-11-22T22:59:59Z' }, organisation)).toBeNull();
  });
});

describe('the title of the tab', () => {
  it.each([
    { view: SCORECARD, title: 'Scorecard – Kept' },
    { view: { ...SCORECARD, week: '2026-W07', teams: ['a'] }, title: 'Scorecard, week 7 of 2026, Depot A – Kept' },
    { view: { ...GOALS, teams: ['unheard-of'] }, title: 'Goals, unheard-of – Kept' },
    { view: { ...SCORECARD, teams: ['a', 'b'] }, title: 'Scorecard, 2 teams – Kept' },
    { view: DATA, title: 'Data – Kept' },
    { view: { page: 'missing', path: '/x' } as const, title: 'No page here – Kept' },
  ])('is $title: two tabs are told apart', ({ view, title }) => {
    expect(titleOf(view, [{ id: 'a', name: 'Depot A', parent: null }])).toBe(title);
  });
});
