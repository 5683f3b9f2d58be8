import { PASSWORD_LENGTH } from '../../src/contract/session.ts';

/** What one would try first for a person: name, e-mail, organisation. */
export type KnownOfPerson = { readonly email: string; readonly name: string; readonly organisation: string };

type Estimate = (password: string, known: readonly string[]) => number;

/** Whoever guesses well needs more than 10^8 tries: "safely unguessable" online (zxcvbn's own scale, 0 to 4). */
const LEAST_SCORE = 3;
/** The estimate takes its time on long texts; what is obvious shows at the beginning. */
const LOOKED_AT = 24;
const WORTH_A_WORD = 4;

let loading: Promise<Estimate> | undefined;

/** The dictionary is 2 MB and is wanted seldom: it is loaded when the first password is chosen. */
const loadEstimate = async (): Promise<Estimate> => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  return (password, known) => zxcvbn.check(password.slice(0, LOOKED_AT), [...known]).score;
};

const wordsOf = ({ email, name, organisation }: KnownOfPerson): readonly string[] => [
  ...new Set(
    [email, name, organisation, 'kept', ...email.split(/[^\p{L}\p{N}]+/u), ...`${name} ${organisation}`.split(/\s+/)]
      .map((word) => word.toLowerCase())
      .filter((word) => word.length >= WORTH_A_WORD),
  ),
];

/** What is left of a password when everything known of the person is taken out of it. */
const withoutWords = (password: string, words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());

/** Why a password may not be chosen, as a sentence; null where it may. No rule of composition: length is what counts. */
export const passwordProblem = async (password: string, known: KnownOfPerson): Promise<string | null> => {
  const { least, most } = PASSWORD_LENGTH;
  const length = Array.from(password).length;
  if (length < least) return `A password needs at least ${least} characters; three or four words do well.`;
  if (length > most) return `A password may have ${most} characters at most.`;
  const words = wordsOf(known);
  if (withoutWords(password, words).length < least / 2) {
    return 'This password is made of the name, the e-mail or the organisation. Choose another one.';
  }
  loading ??= loadEstimate();
  const estimate = await loading;
  return estimate(password, words) >= LEAST_SCORE
    ? null
    : 'This password is easy to guess: it is common, a pattern, or a repetition. Three or four words do better.';
};
