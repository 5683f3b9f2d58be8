import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRING_ALPHABET, PairingCode } from '../../../src/contract/displays.ts';
import { readCode } from '../../../src/features/displays/pairing-code.ts';

const code = fc
  .array(fc.constantFrom(...Array.from(PAIRING_ALPHABET)), { minLength: 6, maxLength: 6 })
  .map((all) => all.join(''));

describe('a code as people type it', () => {
  it('is refused for small letters, blanks or hyphens', () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(' ', '-', '–', '\u00a0', ''),
        (text, at, mark) => {
          const typed = ` ${text.slice(0, at)}${mark}${text.slice(at)} `.toLowerCase();
          expect(readCode(typed)).toEqual({ kind: 'code', code: text });
        },
      ),
    );
  });

  it('passes, and the service does not take it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const typed = readCode(text);
        expect(typed.kind !== 'code' || PairingCode.safeParse(typed.code).success).toBe(true);
      }),
    );
  });

  it.each([
    { text: 'k0', says: 'There is no O or 0 in a code' },
    { text: 'O', says: 'There is no O or 0 in a code' },
    { text: 'K7 l', says: 'There is no I, L or 1 in a code' },
    { text: 'u', says: 'There is no U in a code' },
    { text: 'K7M4Pé', says: 'There is no É in a code' },
    { text: 'K7M4PXX', says: 'A code has six characters, not 7.' },
  ])('$text is taken for something that can still become a code', ({ text, says }) => {
    const typed = readCode(text);
    expect(typed.kind).toBe('wrong');
    expect(typed).toHaveProperty('problem', expect.stringContaining(says));
  });

  it('is called wrong before it is finished', () => {
    expect(readCode('')).toMatchObject({ kind: 'unfinished', problem: 'Type the code that the screen shows.' });
    expect(readCode('k7m')).toMatchObject({ kind: 'unfinished', problem: '3 of six characters so far.' });
  });
});
