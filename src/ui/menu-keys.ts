/** Index that a key of a menu leads to, or null where the key is none of the menu's. `now` is −1 before the first item is focused. */
export function menuStep(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count;
    case 'ArrowUp':
      return now <= 0 ? count - 1 : now - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Next item that starts with what was typed, searched from the focused one on; one letter repeated walks through its items. */
export function typeAhead(typed: string, now: number, labels: readonly string[]): number | null {
  const text = typed.toLowerCase();
  const first = text.charAt(0);
  if (first === '') return null;
  const walks = text === first.repeat(text.length);
  const wanted = walks ? first : text;
  const from = walks ? now + 1 : Math.max(now, 0);
  for (let k = 0; k < labels.length; k++) {
    const at = (from + k) % labels.length;
    if (labels[at]?.toLowerCase().startsWith(wanted) === true) return at;
  }
  return null;
}
