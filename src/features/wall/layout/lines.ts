import type { Part, TextPart } from './parts.ts';
import { POINT_INSET, textWidth } from './text-width.ts';

export type PlacedPart = { readonly x: number; readonly width: number; readonly part: Part };

/** One line of parts. `x` counts from the line's start; `size` is that of its largest text. */
export type Line = { readonly items: readonly PlacedPart[]; readonly width: number; readonly size: number };

const HYPHEN = '-';

type Open = { items: PlacedPart[]; x: number };

function breadth(part: TextPart, words: string): number {
  // A large figure's decimal point is drawn in on both sides.
  const points = part.role === 'hero' ? (words.match(/(?<=\d)[.,](?=\d)/gu)?.length ?? 0) : 0;
  return textWidth(words, part) - 2 * points * POINT_INSET * part.size;
}

/** The gap that parts a text from what stands before it. */
function gapBefore(part: Part): number {
  return part.gap ?? (part.kind === 'text' ? breadth(part, ' ') : 0);
}

/**
 * Sets parts in lines of at most `width` px. Lines break at blanks; a word that is wider than a whole line breaks at a
 * no-break space, else between letters with a hyphen: a text is never cut and never set smaller.
 */
export function setLines(parts: readonly Part[], width: number): readonly Line[] {
  const lines: Line[] = [];
  let open: Open = { items: [], x: 0 };
  const close = (): void => {
    if (open.items.length > 0) lines.push(closed(open));
    open = { items: [], x: 0 };
  };
  parts.forEach((part, index) => {
    if (part.kind === 'mark') {
      const next = parts[index + 1];
      const word = next?.kind === 'text' ? gapBefore(next) + breadth(next, firstWord(next.words)) : 0;
      if (open.items.length > 0 && open.x + part.gap + part.size + word > width) close();
      add(open, part, part.size);
      return;
    }
    setText(part);
  });
  close();
  return lines;

  function setText(part: TextPart): void {
    let run = '';
    const flush = (): void => {
      if (run !== '') add(open, { ...part, words: run }, breadth(part, run));
      run = '';
    };
    const room = (): number => width - open.x - (open.items.length > 0 ? gapBefore(part) : 0);
    let waiting = part.words.split(/[ \n]+/u).filter((word) => word !== '');
    for (let word = waiting[0]; word !== undefined; word = waiting[0]) {
      const longer = run === '' ? word : `${run} ${word}`;
      // A date or a week's number that would be torn apart goes into the next line whole, where it is not alone in this one.
      const unit = waiting[1] !== undefined && belongs(word, waiting[1]) ? `${word} ${waiting[1]}` : word;
      const begins = run === '' && open.items.at(-1)?.part.kind !== 'text';
      const whole = begins || breadth(part, unit) > width || breadth(part, `${run} ${unit}`.trim()) <= room();
      if (whole && breadth(part, longer) <= room()) {
        run = longer;
        waiting = waiting.slice(1);
        continue;
      }
      if (run !== '' || (open.items.length > 0 && open.items.at(-1)?.part.kind === 'text')) {
        flush();
        close();
        continue;
      }
      // The word stands alone in its line (beside its mark at most), and is too wide for it.
      const [first, rest] = broken(part, word, room());
      if (first === '' && open.items.length > 0) {
        close();
        continue;
      }
      run = first;
      waiting = rest === '' ? waiting.slice(1) : [rest, ...waiting.slice(1)];
      flush();
      if (rest !== '') close();
    }
    flush();
  }
}

function closed({ items }: Open): Line {
  const last = items.at(-1);
  const sizes = items.map(({ part }) => (part.kind === 'text' ? part.size : 0));
  return { items, width: last === undefined ? 0 : last.x + last.width, size: Math.max(0, ...sizes) };
}

function add(open: Open, part: Part, width: number): void {
  const x = open.items.length === 0 ? 0 : open.x + gapBefore(part);
  open.items.push({ x, width, part });
  open.x = x + width;
}

/** `9 Nov`, `week 46`. */
function belongs(word: string, next: string): boolean {
  return (
    (/^\d{1,2}\.?$/u.test(word) && /^\p{Lu}\p{Ll}{2,3}[.,;]?$/u.test(next)) ||
    (/^week$/iu.test(word) && /^\d/u.test(next))
  );
}

function firstWord(words: string): string {
  return words.split(' ', 1)[0] ?? '';
}

/** As much of a word as fits, and the rest. At least a letter where the line is its own. */
function broken(part: TextPart, word: string, room: number): readonly [string, string] {
  const soft = word.lastIndexOf('\u00a0');
  if (soft > 0) {
    const head = word.slice(0, soft);
    if (breadth(part, head) <= room) return [head, word.slice(soft + 1)];
  }
  const letters = Array.from(word);
  let fits = 0;
  for (let count = 1; count < letters.length; count += 1) {
    if (breadth(part, letters.slice(0, count).join('') + HYPHEN) > room) break;
    fits = count;
  }
  // Two letters alone on the next line read badly where one more can go with them.
  const count = letters.length - fits === 1 && fits > 2 ? fits - 1 : fits;
  if (count === 0) return [letters.length <= 1 ? word : `${letters[0] ?? ''}${HYPHEN}`, letters.slice(1).join('')];
  // An address breaks at its slashes and dots, and takes no hyphen: it is typed as it stands.
  if (/\/|\w\.\w/u.test(word)) {
    const at = Math.max(...['/', '.'].map((sign) => letters.slice(0, count).lastIndexOf(sign))) + 1;
    const whole = at > word.indexOf('://') + 3 && at > 0 ? at : count;
    return [letters.slice(0, whole).join(''), letters.slice(whole).join('')];
  }
  const head = letters.slice(0, count).join('');
  const joins = /[-\u2013\u00a0]$/u.test(head);
  return [
    joins ? head.trimEnd() : head + HYPHEN,
    letters
      .slice(count)
      .join('')
      .replace(/^\u00a0/u, ''),
  ];
}

/** Whether every word finds room in a line of its own. */
export function wordsFit(parts: readonly Part[], width: number): boolean {
  return parts.every(
    (part) => part.kind === 'mark' || part.words.split(/[ \n]+/u).every((word) => breadth(part, word) <= width),
  );
}

/** Whether parts stand in one line of `width` px, with no word broken. */
export function fitsOneLine(parts: readonly Part[], width: number): boolean {
  return oneLine(parts).width <= width;
}

/** All parts in one line, however wide. */
export function oneLine(parts: readonly Part[]): Line {
  const open: Open = { items: [], x: 0 };
  for (const part of parts) add(open, part, part.kind === 'mark' ? part.size : breadth(part, part.words));
  return closed(open);
}
