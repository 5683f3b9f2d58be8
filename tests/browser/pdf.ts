import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/**
 * A word of a page with its box in points from the top left corner. Chromium writes a variable font as Type 3, whose box
 * is far higher than its letters: a quarter above and below is cut off.
 */
export type Word = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type PdfPage = { readonly width: number; readonly height: number; readonly words: readonly Word[] };

const poppler = (program: string, args: readonly string[]): string => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new Error(`${program} is needed here (poppler-utils); \`npm test\` finds or installs it.`, { cause: error });
  }
};

const number = (attributes: string, name: string): number =>
  Number(new RegExp(`${name}="([\\d.-]+)"`).exec(attributes)?.[1]);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string => text.replaceAll(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

/** Every page with its words, as `pdftotext -bbox` says them. */
export function pagesOf(pdf: string): readonly PdfPage[] {
  const html = poppler('pdftotext', ['-bbox', pdf, '-']);
  return [...html.matchAll(/<page ([^>]*)>(.*?)<\/page>/gs)].map(([, size = '', body = '']) => ({
    width: number(size, 'width'),
    height: number(size, 'height'),
    words: [...body.matchAll(/<word ([^>]*)>(.*?)<\/word>/gs)].map(([, box = '', text = '']) => {
      const [top, bottom] = [number(box, 'yMin'), number(box, 'yMax')];
      const air = (bottom - top) / 4;
      return {
        text: plain(text),
        left: number(box, 'xMin'),
        right: number(box, 'xMax'),
        top: top + air,
        bottom: bottom - air,
      };
    }),
  }));
}

export function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Pairs of words that lie on each other by more than half a point. */
export function overlaps(words: readonly Word[]): readonly string[] {
  const slack = 0.5;
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter(
        (b) =>
          a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom,
      )
      .map((b) => `${a.text} / ${b.text} at ${Math.round(a.left)}, ${Math.round(a.top)}`),
  );
}

/** A page as a picture: three bytes a pixel. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Pictures of all pages at 72 pixels an inch, so that a pixel is a point. `stem`: path and beginning of the names. */
export function picturesOf(pdf: string, stem: string, pages: number): readonly Picture[] {
  poppler('pdftoppm', ['-r', '72', pdf, stem]);
  const digits = String(pages).length;
  return Array.from({ length: pages }, (_, index) => {
    const file = `${stem}-${String(index + 1).padStart(digits, '0')}.ppm`;
    const picture = readPpm(readFileSync(file));
    rmSync(file);
    return picture;
  });
}

/** PNG pictures for people to look at, beside the PDF. */
export function drawPngs(pdf: string, stem: string): void {
  poppler('pdftoppm', ['-r', '110', '-png', pdf, stem]);
}

/** A binary PPM: `P6`, width, height, 255, then the bytes. */
function readPpm(file: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (head === null) throw new Error('not a PPM');
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) };
}

export type Ink = {
  /** Share of pixels that are not white. */
  readonly share: number;
  /** Box of what is not white, in pixels; null on a blank page. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null;
  /** Pixels that are neither black, white nor grey. */
  readonly coloured: number;
};

const WHITE = 250;
/** Between the channels of a grey that was smoothed. */
const GREY = 6;

export function inkOf({ width, height, pixels }: Picture): Ink {
  let [inked, coloured] = [0, 0];
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const [r = 255, g = 255, b = 255] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      if (Math.min(r, g, b) >= WHITE) continue;
      inked++;
      if (Math.max(r, g, b) - Math.min(r, g, b) > GREY) coloured++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const box = right < 0 ? null : { left, top, right, bottom };
  return { share: inked / (width * height), box, coloured };
}
