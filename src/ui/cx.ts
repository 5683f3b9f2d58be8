/** Joins class names, leaving out the absent ones. */
export function cx(...names: ReadonlyArray<string | undefined | null>): string {
  return names.filter((name) => name !== undefined && name !== null && name !== '').join(' ');
}
