import { PAIRING_ALPHABET, PAIRING_CODE_LENGTH } from '../../contract/displays.ts';

/** What somebody typed as a code. `problem`: what cannot become one however it goes on, or where nothing more is typed. */
export type TypedCode =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unfinished'; readonly problem: string }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Characters that are left out of codes because they are taken for each other. */
const LOOK_ALIKE = [
  { letters: 'O0', words: 'There is no O or 0 in a code: it may be a D, a G or a Q.' },
  { letters: 'I1L', words: 'There is no I, L or 1 in a code: it may be a J, a T or a 7.' },
  { letters: 'U', words: 'There is no U in a code: it may be a V.' },
] as const;

/** Reads a code as people type it: small letters, blanks and hyphens do not matter. */
export function readCode(text: string): TypedCode {
  const plain = text.toUpperCase().replace(/[\s\-‐‑–—.]/g, '');
  const wrong = Array.from(plain).find((letter) => !PAIRING_ALPHABET.includes(letter));
  if (wrong !== undefined) {
    const alike = LOOK_ALIKE.find(({ letters }) => letters.includes(wrong));
    return { kind: 'wrong', problem: alike?.words ?? `There is no ${wrong} in a code: letters and digits alone.` };
  }
  if (plain.length > PAIRING_CODE_LENGTH)
    return { kind: 'wrong', problem: `A code has six characters, not ${plain.length}.` };
  if (plain.length < PAIRING_CODE_LENGTH)
    return {
      kind: 'unfinished',
      problem: plain === '' ? 'Type the code that the screen shows.' : `${plain.length} of six characters so far.`,
    };
  return { kind: 'code', code: plain };
}
