/** Letters that no decomposition frees of their stroke or ligature. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};

/** Longer names are known by their beginning. */
export const MOST_NAME_WORDS = 8;

/** A text as names are compared in it: without case, width and accents. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıßæœþ]/g, (letter) => PLAIN[letter] ?? letter);

/** The words of a text as names are compared: "José O’Brien" is jose, o, brien. */
export const wordsIn = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Scripts that part no words by spaces: there a name is found inside of a run of letters. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** How a name is looked for. */
export type NameKey = { readonly kind: 'words' | 'inside'; readonly key: string };

/** null: nothing that could be recognised, such as a number or one letter. */
export const nameKey = (name: string): NameKey | null => {
  const words = wordsIn(name).slice(0, MOST_NAME_WORDS);
  const key = words.join(' ');
  if (key.length < 2 || !/\p{L}/u.test(key)) return null;
  return WITHOUT_SPACES.test(key) ? { kind: 'inside', key: words.join('') } : { kind: 'words', key };
};

/** A text with every run of words in it that could be a name. */
export type NameSpace = { readonly runs: ReadonlySet<string>; readonly joined: string };

export const nameSpace = (text: string): NameSpace => {
  const words = wordsIn(text);
  const runs = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_NAME_WORDS); to += 1) {
      runs.add(words.slice(from, to).join(' '));
    }
  }
  return { runs, joined: words.join('') };
};

export const standsIn = ({ runs, joined }: NameSpace, { kind, key }: NameKey): boolean =>
  kind === 'words' ? runs.has(key) : joined.includes(key);
