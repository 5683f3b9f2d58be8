/**
 * Width of a text in the axis font (Inter 11 px, regular), by classes of letters. An estimate, a little wide, so that
 * geometry stays pure: measuring would need a document and a layout before the first paint.
 */
export function axisTextWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if ("ijlftrI.,:;'’|!() ".includes(letter)) width += 3.6;
    else if ('mwMW%@'.includes(letter)) width += 9.4;
    else if (letter >= 'A' && letter <= 'Z') width += 7.7;
    else width += 6.5;
  }
  return Math.round(width * 10) / 10;
}
