import { LINE, text, type Kit } from './kit.ts';
import { setLines, type Line } from './lines.ts';
import { cells, NOTHING, placeLine, shapesOnly, together, type Drawing } from './placed.ts';
import type { Part } from './parts.ts';

/** What a bar is made high enough for: the gravest notice that there is. */
const LONGEST = 'No connection since Wed 30 Sep, 14:05, showing 14:03';
const MOST_LINES = 3;
const PAD = 28;
const APART = 36;

export type BarPlan = { readonly lines: number; readonly height: number };

function lineHeight(kit: Kit): number {
  return kit.sizes.floor * LINE.floor;
}

function inner(kit: Kit): number {
  return kit.sizes.right - kit.sizes.left - 2 * PAD * kit.sizes.u;
}

function heightOf(kit: Kit, lines: number): number {
  return lines === 0 ? 0 : lines * lineHeight(kit) + 12 * kit.sizes.u;
}

/** Room that every page keeps for notices, so that none has to be made anew when one comes. */
export function barPlan(kit: Kit): BarPlan {
  const lines = setLines([text(kit, LONGEST, 'floor', { weight: 600 })], inner(kit)).length;
  return lines > MOST_LINES ? { lines: 0, height: 0 } : { lines, height: heightOf(kit, lines) };
}

/** What is wrong, without what to do about it: that is said first. */
function firstSentence(words: string): string {
  return /^.+?(?=\. \p{Lu})/u.exec(words)?.[0] ?? words;
}

/** As many notices as find room, the gravest first; a long one with its first sentence alone. `height` 0: none. */
export function drawBar(
  kit: Kit,
  plan: BarPlan,
  notices: ReadonlyArray<{ readonly id: string; readonly words: string }>,
  y: number,
): Drawing & { readonly height: number } {
  const { left, right, s, l, u } = kit.sizes;
  let lines: readonly Line[] = [];
  const parts: Part[] = [];
  const shown: string[] = [];
  for (const { id, words } of notices) {
    const look = shown.length === 0 ? { weight: 600 as const } : { ink: 'ink-2' as const, gap: APART * s };
    for (const told of [words, firstSentence(words)]) {
      const part = text(kit, told, 'floor', look);
      const more = setLines([...parts, part], inner(kit));
      if (more.length > plan.lines) continue;
      parts.push(part);
      lines = more;
      shown.push(id);
      break;
    }
  }
  const leftOut = notices.map(({ id }) => id).filter((id) => !shown.includes(id));
  if (lines.length === 0) return { ...NOTHING, leftOut, height: 0 };
  const height = heightOf(kit, lines.length);
  const ground = `M${left} ${y}h${right - left}v${height}h${left - right}Z`;
  const edge = `M${left} ${y}h${8 * l}v${height}h${-8 * l}Z`;
  const begin = y + (height - lines.length * lineHeight(kit)) / 2;
  return {
    ...together([
      shapesOnly([
        { kind: 'path', d: ground, fill: 'surface' },
        { kind: 'path', d: edge, fill: 'ink' },
      ]),
      ...lines.map((line, index) => placeLine(line, left + PAD * u, begin + (index + 0.5) * lineHeight(kit))),
      cells(shown, leftOut),
    ]),
    height,
  };
}
