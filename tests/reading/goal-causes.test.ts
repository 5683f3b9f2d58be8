import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../../src/contract/breakdown.ts';
import { formats } from '../../src/domain/format.ts';
import {
  breakdownWeeks,
  casesText,
  causePareto,
  componentBars,
  componentSentence,
} from '../../src/reading/goal-causes.ts';

const words = formats('en-GB');

const cause = (name: string, count: number) => ({ cause: name, name, count });
const IN_FULL: Breakdown = {
  indicator: 'in-full',
  from: '2026-W41',
  week: '2026-W46',
  cases: 212,
  casesWords: 'short orders',
  causes: [
    cause('Stock count wrong', 58),
    cause('Partial pick released', 47),
    cause('Substitute not offered', 31),
    cause('Damaged in picking', 24),
    cause('Supplier short', 19),
    ...[7, 5, 5, 4, 4, 3, 2, 2, 1].map((count, k) => cause(`Other ${k}`, count)),
  ],
  components: [
    { component: 'systems', count: 74 },
    { component: 'procedures', count: 61 },
    { component: 'people', count: 29 },
    { component: 'information', count: 26 },
    { component: 'product', count: 14 },
    { component: 'facilities', count: 8 },
  ],
  spread: null,
};

describe('how many cases there are', () => {
  it('is never "1 late lines"', () => {
    expect(casesText(IN_FULL, words)).toBe('212 short orders');
    expect(casesText({ ...IN_FULL, cases: 1 }, words)).toBe('1 case: short orders');
  });
});

describe('top causes', () => {
  it('are told with the share down to each, the tail folded and the rule where two thirds are passed', () => {
    const bars = causePareto(IN_FULL, words);
    expect(bars.map(({ label, countText, shareText }) => `${label} ${countText} ${shareText}`)).toEqual([
      'Stock count wrong 58 27\u00a0%',
      'Partial pick released 47 50\u00a0%',
      'Substitute not offered 31 64\u00a0%',
      'Damaged in picking 24 75\u00a0%',
      'Supplier short 19 84\u00a0%',
      'Nine other causes 33 100\u00a0%',
    ]);
    expect(bars.filter(({ cut }) => cut).map(({ label }) => label)).toEqual(['Substitute not offered']);
    expect(bars.at(-1)?.look).toBe('soft');
  });

  it('keep six causes apart: a fold of one would hide a name for nothing', () => {
    const bars = causePareto({ ...IN_FULL, causes: IN_FULL.causes.slice(0, 6) }, words);
    expect(bars.at(-1)?.label).toBe('Other 0');
  });

  it('have the rule under a first cause that alone makes up more than two thirds, and none under the last', () => {
    const most = causePareto({ ...IN_FULL, cases: 10, causes: [cause('A', 8), cause('B', 2)] }, words);
    expect(most.map(({ cut }) => cut)).toEqual([true, false]);
    expect(causePareto({ ...IN_FULL, cases: 8, causes: [cause('A', 8)] }, words).map(({ cut }) => cut)).toEqual([
      false,
    ]);
  });

  it('name one week alone where the figure stands at its last one', () => {
    expect(breakdownWeeks(IN_FULL)).toBe('weeks 41 to 46');
    expect(breakdownWeeks({ from: '2026-W46', week: '2026-W46' })).toBe('week 46');
  });
});

describe('the six components', () => {
  it('have their own shares, and a name for cases of which none is known', () => {
    const bars = componentBars({ ...IN_FULL, components: [{ component: null, count: 106 }] }, words);
    expect(bars[0]).toMatchObject({ label: 'Not known', shareText: '50\u00a0%', look: 'soft' });
    expect(componentBars(IN_FULL, words)[0]).toMatchObject({ label: 'Systems and equipment', shareText: '35\u00a0%' });
  });

  it('are summed up in a sentence with the actions that work there', () => {
    expect(componentSentence(IN_FULL, ['systems', 'procedures', 'information'], words)).toBe(
      'Systems and procedures cause 64\u00a0% of short orders; 2 of 3 open actions on this goal work there.',
    );
    expect(componentSentence(IN_FULL, ['systems'], words)).toContain('1 of 1 open action on this goal works there');
    expect(componentSentence(IN_FULL, [], words)).toContain('no open action on this goal yet');
  });

  it('say nothing where no component is known', () => {
    expect(componentSentence({ ...IN_FULL, components: [{ component: null, count: 212 }] }, [], words)).toBeNull();
  });
});
