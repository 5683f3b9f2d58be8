/** "In full: now Act, was Watch." */
export function changedStatuses(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string {
  const changes: string[] = [];
  for (const [name, word] of now) {
    const was = before.get(name);
    if (was !== undefined && was !== word) changes.push(`${name}: now ${word}, was ${was}.`);
  }
  return changes.join(' ');
}
