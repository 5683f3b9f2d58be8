import { ADVANCES, KERNING, LETTERS } from './inter-widths.ts';

export type Weight = 400 | 500 | 600;
/** Tabular where numbers are compared, proportional in prose (design.md, section 2). */
export type Figures = 'tabular' | 'plain';

export type TextStyle = {
  /** Type size in px. */
  readonly size: number;
  readonly weight: Weight;
  readonly figures: Figures;
  /** Letter-spacing in em. */
  readonly spacing: number;
};

/** A letter that the font has not comes from another one, and may be as wide as an emoji. */
const UNKNOWN = 1400;
/** What Inter draws as an arrow or a cross, and by how much that may be wider than its letters. */
const REDRAWN = /<?-+>|<-+|<?=+>|<=+|(?<=\d)x(?=\d)/gu;
const REDRAWN_MORE = 300;
/** How far a decimal point is drawn in on both sides in a large figure, in em. */
export const POINT_INSET = 0.04;

const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(weight: Weight, figures: Figures): ReadonlyMap<string, number> {
  const key = `${weight} ${figures}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const { plain, tabular } = ADVANCES[weight];
  const advances = plain.split(' ').map(Number);
  const made = new Map(Array.from(LETTERS, (letter, index) => [letter, advances[index] ?? UNKNOWN]));
  if (figures === 'tabular') for (const [letter, advance] of Object.entries(tabular)) made.set(letter, advance);
  tables.set(key, made);
  return made;
}

const kerning = new Map(
  KERNING.flatMap(([moved, pairs]) =>
    Array.from({ length: pairs.length / 2 }, (_, index) => [pairs.slice(2 * index, 2 * index + 2), moved] as const),
  ),
);

/**
 * Width in px of a text in Inter at optical size 32, by the advance of each letter and by kerning: exact, or too much by a
 * little. Pure: measuring would need a document. The width of a letter outside of the font is an upper bound.
 */
export function textWidth(words: string, { size, weight, figures, spacing }: TextStyle): number {
  const table = tableOf(weight, figures);
  let thousandths = 0;
  let letters = 0;
  if (/[-=x]/u.test(words)) thousandths += (words.match(REDRAWN)?.length ?? 0) * REDRAWN_MORE;
  let before = '';
  for (const letter of words) {
    thousandths += (table.get(letter) ?? UNKNOWN) + (kerning.get(before + letter) ?? 0);
    before = letter;
    letters += 1;
  }
  return (thousandths / 1000 + letters * spacing) * size;
}
