import { diff3Merge } from 'node-diff3';

/**
 * What comes of two texts that were both edited from one. `conflict`: both changed the same lines; `both` then holds
 * every line of either, theirs before mine where they differ, for a person to settle.
 */
export type MergedText =
  { readonly kind: 'clean'; readonly text: string } | { readonly kind: 'conflict'; readonly both: string };

/**
 * Three-way merge by lines (diff3: Khanna, Kunal, Pierce, "A formal investigation of diff3", FSTTCS 2007).
 * A line that one side left alone is as the other side has it; what both wrote alike stands once.
 * mergeText('a\nb', 'a\nb\nmine', 'theirs\nb') is clean: 'theirs\nb\nmine' where the lines do not touch.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { kind: 'clean', text: mine };
  if (mine === base) return { kind: 'clean', text: theirs };
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true });
  const lines = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.b ?? []), ...(conflict?.a ?? [])]);
  const text = lines.join('\n');
  return regions.some(({ conflict }) => conflict !== undefined)
    ? { kind: 'conflict', both: text }
    : { kind: 'clean', text };
}

/** No text is no line, else two first lines would be a change of the same empty one. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** One value that is not text: whoever changed it has it. `conflict`: both did, in different ways. */
export function mergeValue<T>(base: T, mine: T, theirs: T): { readonly kind: 'clean' | 'conflict'; readonly value: T } {
  if (mine === theirs || theirs === base) return { kind: 'clean', value: mine };
  return mine === base ? { kind: 'clean', value: theirs } : { kind: 'conflict', value: mine };
}
