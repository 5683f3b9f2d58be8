/** A person's name as it is compared: two that differ in case, width or spaces alone are one. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
