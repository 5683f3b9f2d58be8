import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, viewOf } from '../../src/state/address.ts';
import {
  DATA,
  DISPLAYS,
  GOALS,
  indicatorView,
  NEEDS,
  REVIEW,
  SCORECARD,
  SPANS,
  TEAMS,
  type View,
} from '../../src/state/view.ts';

const read = (address: string): View => {
  const cut = address.indexOf('?');
  return cut < 0 ? viewOf(address, '') : viewOf(address.slice(0, cut), address.slice(cut));
};

const CASES: ReadonlyArray<{ readonly address: string; readonly view: View }> = [
  { address: '/', view: SCORECARD },
  { address: '/?week=2026-W46', view: { ...SCORECARD, week: '2026-W46' } },
  { address: '/?week=2026-W53', view: { ...SCORECARD, week: '2026-W53' } },
  { address: '/?team=a&team=b', view: { ...SCORECARD, teams: ['a', 'b'] } },
  { address: '/?compare=last-year', view: { ...SCORECARD, compare: 'last-year' } },
  { address: '/?figure=on-time', view: { ...SCORECARD, open: { kind: 'figure', indicator: 'on-time' } } },
  { address: '/?grade=price', view: { ...SCORECARD, open: { kind: 'grade', dimension: 'price' } } },
  { address: '/indicator/on-time', view: indicatorView('on-time') },
  {
    address: '/indicator/on-time?week=2026-W43&team=a&compare=last-year&span=5-years&show=table&rows=2026-W40',
    view: {
      ...indicatorView('on-time'),
      week: '2026-W43',
      teams: ['a'],
      compare: 'last-year',
      span: '5-years',
      show: 'table',
      rows: '2026-W40',
    },
  },
  { address: '/indicator/waste%2Fkg', view: indicatorView('waste/kg') },
  { address: '/review', view: REVIEW },
  {
    address: '/review?week=2026-W46&team=a&at=on-time',
    view: { ...REVIEW, week: '2026-W46', teams: ['a'], at: 'on-time' },
  },
  { address: '/teams', view: TEAMS },
  {
    address: '/teams?week=2026-W46&need=act&dimension=price&find=depot',
    view: { ...TEAMS, week: '2026-W46', need: 'act', dimension: 'price', find: 'depot' },
  },
  { address: '/goals', view: GOALS },
  {
    address: '/goals?week=2026-W46&team=a&goal=in-full-a',
    view: { ...GOALS, week: '2026-W46', teams: ['a'], goal: 'in-full-a' },
  },
  { address: '/data', view: DATA },
  { address: '/data?import=12', view: { ...DATA, open: 12 } },
  { address: '/displays', view: DISPLAYS },
  { address: '/displays?open=approve', view: { ...DISPLAYS, open: { kind: 'approve' } } },
  { address: '/displays?display=hall', view: { ...DISPLAYS, open: { kind: 'display', id: 'hall' } } },
];

/** What a person may type or a mail program may leave of an address. */
const BROKEN: ReadonlyArray<{ readonly address: string; readonly view: View }> = [
  { address: '/?week=2025-W53', view: SCORECARD },
  { address: '/?week=2026-W00', view: SCORECARD },
  { address: '/?week=last', view: SCORECARD },
  { address: '/?team=', view: SCORECARD },
  { address: '/?team=b&team=a&team=b', view: { ...SCORECARD, teams: ['a', 'b'] } },
  { address: '/?compare=yesterday', view: SCORECARD },
  { address: '/?grade=colour', view: SCORECARD },
  { address: '/indicator/on-time?span=9-years&show=cake&rows=never', view: indicatorView('on-time') },
  { address: '/indicator/', view: { page: 'missing', path: '/indicator/' } },
  { address: '/indicator/%E0%A4%A', view: { page: 'missing', path: '/indicator/%E0%A4%A' } },
  { address: '/review/?at=', view: REVIEW },
  { address: '/teams/?need=luck&dimension=charm&find=', view: TEAMS },
  { address: '/goals?goal=', view: GOALS },
  { address: '/data/', view: DATA },
  { address: '/data?import=-1', view: DATA },
  { address: '/data?import=1e3', view: DATA },
  { address: '/displays/?open=sesame&display=', view: DISPLAYS },
  { address: '/%E0%A4%A', view: { page: 'missing', path: '/%E0%A4%A' } },
];

describe('addresses of views', () => {
  it.each(CASES)('$address is read and written back as it is: links are shared and reloaded', ({ address, view }) => {
    expect(read(address)).toEqual(view);
    expect(addressOf(view)).toBe(address);
  });

  it.each(BROKEN)('$address gives a valid view, not an error page', ({ address, view }) => {
    expect(read(address)).toEqual(view);
  });

  it('any text is a view whose address leads back to it: decoding is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, search) => {
        const view = viewOf(path, search);
        const again = view.page === 'missing' ? viewOf(addressOf(view), '') : read(addressOf(view));
        expect(addressOf(again)).toBe(addressOf(view));
      }),
    );
  });

  it('any team ids survive the address: they come from other systems', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })), (ids) => {
        const teams = ids.toSorted();
        expect(read(addressOf({ ...SCORECARD, teams }))).toEqual({ ...SCORECARD, teams });
      }),
    );
  });

  it('any indicator, span and place in the agenda survive the address: own indicators have any id', () => {
    const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.constantFrom(...SPANS), (indicator, at, span) => {
        const page: View = { ...indicatorView(indicator), span };
        const review: View = { ...REVIEW, at };
        expect(read(addressOf(page))).toEqual(page);
        expect(read(addressOf(review))).toEqual(review);
      }),
    );
  });

  it('any goal, filter and part of a name survive the address: ids come from other systems', () => {
    const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.constantFrom(...NEEDS), (goal, find, need) => {
        const goals: View = { ...GOALS, goal };
        const teams: View = { ...TEAMS, need, find };
        expect(read(addressOf(goals))).toEqual(goals);
        expect(read(addressOf(teams))).toEqual(teams);
      }),
    );
  });

  it('never writes an address of another host', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(addressOf({ page: 'missing', path: `/${path}` })).not.toMatch(/^\/\//);
      }),
    );
  });
});
