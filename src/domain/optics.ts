/** A surface in CSS pixels, how large it is, and from how far it is read. */
export type Seen = {
  readonly width: number;
  readonly height: number;
  readonly diagonalInches: number;
  readonly distanceMetres: number;
};

/** How high a capital must stand in the eye, in arc-minutes (ux.md, the wall). */
export const ARC_MINUTES = { floor: 16, label: 20, hero: 45 } as const;

/** Height of Inter's capitals, in shares of the type size. */
export const CAP_HEIGHT = 0.727;
/** What the design reckons with; a little less than the font's own, so that its sizes are on the safe side. */
const RECKONED_CAP_HEIGHT = 0.72;
const MM_PER_INCH = 25.4;

/** CSS pixels to the millimetre, on a surface whose pixels are square. */
export function pixelsPerMillimetre({ width, height, diagonalInches }: Seen): number {
  return Math.hypot(width, height) / (diagonalInches * MM_PER_INCH);
}

/** Height in millimetres of what fills so many arc-minutes at the distance. */
export function seenMillimetres(distanceMetres: number, arcMinutes: number): number {
  return distanceMetres * 1000 * Math.tan((arcMinutes / 60) * (Math.PI / 180));
}

/**
 * Type size in whole CSS pixels whose capitals fill at least so many arc-minutes. Rounded as the design did, 51, 64 and
 * 143 at 55 inch and 5 m on 1920 x 1080, and never to less than the font's own capitals need.
 */
export function typeSize(seen: Seen, arcMinutes: number): number {
  const capital = seenMillimetres(seen.distanceMetres, arcMinutes) * pixelsPerMillimetre(seen);
  return Math.max(Math.round(capital / RECKONED_CAP_HEIGHT), Math.ceil(capital / CAP_HEIGHT));
}

/**
 * From so many inches of diagonal to a metre of distance a lying picture has room for its clock, a notice and each chart
 * (tests/features/wall/legible.test.ts); on a smaller one letters of the sizes above crowd them out.
 */
export const ROOMY_INCHES_PER_METRE = 9;
