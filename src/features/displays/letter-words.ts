import type { Formats } from '../../domain/format.ts';
import { ARC_MINUTES, ROOMY_INCHES_PER_METRE, seenMillimetres, typeSize } from '../../domain/optics.ts';
import type { DisplayFields } from '../../state/display-drafts.ts';
import { numberIn } from './display-fields.ts';
import { plainNumber } from './plain-number.ts';

type Picture = { readonly width: number; readonly height: number };

/**
 * How large the letters on the display are, of its size and distance: `Capitals are at least 23 mm high, large figures 65 mm.`
 * `picture`: of its screen in CSS pixels, where that is known; then the type sizes in it are said too. Where they leave too
 * little room, that is said.
 */
export function letterWords(
  { diagonal, distance }: Pick<DisplayFields, 'diagonal' | 'distance'>,
  picture: Picture | null,
  formats: Formats,
): string {
  const [inches, metres] = [numberIn(diagonal), numberIn(distance)];
  if (inches === null || metres === null || inches === 0 || metres === 0)
    return 'The size of its letters follows from diagonal and distance.';
  const millimetres = (arcMinutes: number): string =>
    `${formats.number(seenMillimetres(metres, arcMinutes), 0)}\u00a0mm`;
  const said = [
    `Capitals are at least ${millimetres(ARC_MINUTES.floor)} high, large figures ${millimetres(ARC_MINUTES.hero)}.`,
  ];
  if (picture !== null) {
    const size = typeSize({ ...picture, diagonalInches: inches, distanceMetres: metres }, ARC_MINUTES.floor);
    said.push(
      `On its picture of ${picture.width} × ${picture.height} that is a type of ${formats.number(size, 0)}\u00a0px and more.`,
    );
  }
  const roomy = Math.ceil(metres * ROOMY_INCHES_PER_METRE);
  if (inches < roomy)
    said.push(
      `Such letters are large for this screen: charts and the clock may find no room. At ${plainNumber(metres, formats)}\u00a0m they find it from ${formats.number(roomy, 0)}\u00a0inches on.`,
    );
  return said.join(' ');
}
