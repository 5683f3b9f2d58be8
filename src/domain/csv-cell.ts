/**
 * Where a spreadsheet would begin to read a formula: at the start of a cell, or behind what splits cells where its locale
 * separates by something else than commas. The wide forms are taken for the narrow ones.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠]|(?<=^)[\t\r\n\0])/g;

/**
 * A text for a spreadsheet that is read and never run: an apostrophe in front of what would begin a formula.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
export const harmlessText = (text: string): string => text.replace(FORMULA, "'");

/** A field of RFC 4180, quoted where it must be. Numbers that a program wrote need no defusing and do not pass here. */
export const csvField = (text: string): string => {
  const safe = harmlessText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
