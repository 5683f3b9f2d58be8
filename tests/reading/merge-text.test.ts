import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText, mergeValue, type MergedText } from '../../src/reading/merge-text.ts';

/** Few different lines, so that edits meet; an edit keeps, drops, changes and adds lines. */
const line = fc.constantFrom('a', 'b', 'c', 'd', 'carrier late', '');
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
const linesOf = (words: string): string[] => (words === '' ? [] : words.split('\n'));

/** How often each line stands in a text. */
function counted(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of linesOf(words)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

describe('merging two texts that were edited from one', () => {
  it.each([
    ['lines apart', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', { kind: 'clean', text: 'A\nb\nC' }],
    ['one adds below', 'a', 'a\nmine', 'a', { kind: 'clean', text: 'a\nmine' }],
    ['both write the same', 'a', 'b', 'b', { kind: 'clean', text: 'b' }],
    ['the same line in two ways', 'a', 'mine', 'theirs', { kind: 'conflict', both: 'theirs\nmine' }],
    ['both begin', '', 'mine', 'theirs', { kind: 'conflict', both: 'theirs\nmine' }],
    ['one empties what the other extends', 'a', '', 'a\nb', { kind: 'conflict', both: 'a\nb' }],
  ] as const)('%s', (_, base, mine, theirs, expected) => {
    expect(mergeText(base, mine, theirs)).toEqual(expected);
  });

  it('gives the other side where one side changed nothing', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeText(base, base, other)).toEqual({ kind: 'clean', text: other });
        expect(mergeText(base, other, base)).toEqual({ kind: 'clean', text: other });
      }),
    );
  });

  it('agrees with itself whoever is first, but for the order of a conflict', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const textOf = (merged: MergedText): string => (merged.kind === 'clean' ? merged.text : 'conflict');
        expect(textOf(mergeText(base, mine, theirs))).toBe(textOf(mergeText(base, theirs, mine)));
      }),
    );
  });

  it('loses no line that either person wrote', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeText(base, mine, theirs);
        const result = counted(merged.kind === 'clean' ? merged.text : merged.both);
        const before = counted(base);
        for (const side of [counted(mine), counted(theirs)]) {
          for (const [each, count] of side) {
            const written = count - (before.get(each) ?? 0);
            expect(result.get(each) ?? 0, `line "${each}"`).toBeGreaterThanOrEqual(written);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('merging what is no text', () => {
  it.each([
    ['untouched', 1, 1, 1, 'clean', 1],
    ['mine moved', 1, 2, 1, 'clean', 2],
    ['theirs moved', 1, 1, 2, 'clean', 2],
    ['both the same', 1, 2, 2, 'clean', 2],
    ['both apart', 1, 2, 3, 'conflict', 2],
  ] as const)('%s', (_, base, mine, theirs, kind, value) => {
    expect(mergeValue<number>(base, mine, theirs)).toEqual({ kind, value });
  });
});
