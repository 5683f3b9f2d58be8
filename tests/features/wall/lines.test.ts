import { describe, expect, it } from 'vitest';
import { text, type Kit } from '../../../src/features/wall/layout/kit.ts';
import { setLines } from '../../../src/features/wall/layout/lines.ts';
import { sizesOf } from '../../../src/features/wall/layout/sizes.ts';
import { REFERENCE } from './boards.ts';

const kit: Kit = { sizes: sizesOf(REFERENCE), colours: 'shown' };

function set(words: string, width: number): readonly string[] {
  return setLines([text(kit, words, 'floor')], width).map(({ items }) =>
    items.map(({ part }) => (part.kind === 'text' ? part.words : '')).join(' '),
  );
}

describe('lines', () => {
  it('break at blanks, and keep what a no-break space holds together', () => {
    expect(set('below the lower limit', 300)).toEqual(['below the', 'lower limit']);
    expect(set('target at least 95\u00a0%', 300)).toEqual(['target at', 'least 95\u00a0%']);
  });

  it('do not tear a date or the number of a week apart, save where nothing else finds room', () => {
    expect(set('new signal since Mon 9 Nov', 560)).toEqual(['new signal since Mon', '9 Nov']);
    expect(set('Too few to show in week 46', 520)).toEqual(['Too few to show in', 'week 46']);
    expect(set('week 46', 130)).toEqual(['week', '46']);
  });

  it('break a word that is wider than a line with a hyphen, and lose no letter', () => {
    const word = 'Donaudampfschifffahrtsgesellschaft';
    const lines = set(word, 300);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe(word);
  });

  it('break an address at its signs, without a hyphen that somebody would type', () => {
    const address = 'https://kept.example.org/displays';
    const lines = set(address, 400);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(address);
    expect(lines[0]).toMatch(/[/.]$/);
  });
});
