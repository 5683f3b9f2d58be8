import { describe, expect, it } from 'vitest';
import { ARC_MINUTES, CAP_HEIGHT, pixelsPerMillimetre, seenMillimetres, typeSize } from '../../src/domain/optics.ts';

const hall = { width: 1920, height: 1080, diagonalInches: 55, distanceMetres: 5 };

describe('optics', () => {
  it("gives the design's sizes at 55 inch and 5 m to the pixel", () => {
    expect(typeSize(hall, ARC_MINUTES.floor)).toBe(51);
    expect(typeSize(hall, ARC_MINUTES.label)).toBe(64);
    expect(typeSize(hall, ARC_MINUTES.hero)).toBe(143);
  });

  it('reckons by hand: 16 arc-minutes at 5 m are 23.27 mm, and 55 inch on 1920 x 1080 are 1.577 px a mm', () => {
    expect(seenMillimetres(5, 16)).toBeCloseTo(23.271, 3);
    expect(pixelsPerMillimetre(hall)).toBeCloseTo(1.5769, 4);
  });

  it('grows with the distance and with the pixels, and shrinks with the size of the screen', () => {
    expect(typeSize({ ...hall, distanceMetres: 10 }, 16)).toBe(102);
    expect(typeSize({ ...hall, width: 3840, height: 2160 }, 16)).toBe(102);
    expect(typeSize({ ...hall, diagonalInches: 110 }, 16)).toBe(26);
  });

  it('never rounds to less than the capitals need', () => {
    for (let inches = 20; inches <= 120; inches += 1) {
      for (const distanceMetres of [0.5, 2, 3.3, 7]) {
        const seen = { ...hall, diagonalInches: inches, distanceMetres };
        for (const minutes of Object.values(ARC_MINUTES)) {
          const capital = (typeSize(seen, minutes) * CAP_HEIGHT) / pixelsPerMillimetre(seen);
          expect(capital).toBeGreaterThanOrEqual(seenMillimetres(distanceMetres, minutes) - 1e-9);
        }
      }
    }
  });

  it('does not care which way a screen is turned', () => {
    expect(typeSize({ ...hall, width: 1080, height: 1920 }, 20)).toBe(64);
  });
});
