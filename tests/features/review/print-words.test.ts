import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/domain/format.ts';
import { parseIsoWeek } from '../../../src/domain/week.ts';
import { cssString, dataToWords, printedAddress, teamWords } from '../../../src/features/review/print-words.ts';
import { REVIEW } from '../../../src/state/view.ts';

const WEEK = parseIsoWeek('2026-W46') ?? 0;
const TEAMS = Array.from({ length: 60 }, (_, index) => ({ id: `team-${index}`, name: `Team ${index}`, parent: null }));

describe('the foot of a printed page', () => {
  it('names the week, never "latest": the paper outlives it', () => {
    expect(printedAddress('http://kept', { ...REVIEW, at: 'on-time' }, WEEK)).toBe(
      'http://kept/review?week=2026-W46&at=on-time',
    );
    expect(dataToWords(WEEK, formats('en-GB'))).toBe('Data to Sun 15 Nov 2026');
  });

  it('counts the teams where their address has no room', () => {
    const address = printedAddress('http://kept', { ...REVIEW, teams: TEAMS.map(({ id }) => id) }, WEEK);
    expect(address).toBe('http://kept/review?week=2026-W46 (60 teams)');
  });

  it('is text in CSS, whatever a team is called', () => {
    expect(cssString('a "b" \\ c\nd')).toBe('"a \\"b\\" \\\\ c d"');
  });
});

describe('teams on the sheet', () => {
  it.each([
    [[], 'All teams'],
    [['team-1', 'team-2'], 'Team 1, Team 2'],
    [['elsewhere'], 'elsewhere'],
    [TEAMS.slice(0, 7).map(({ id }) => id), '7 teams'],
  ])('%j', (chosen, words) => expect(teamWords(chosen, TEAMS)).toBe(words));
});
