import type { Page } from '@playwright/test';

export type PictureDifference = {
  readonly width: number;
  readonly height: number;
  /** Share of the pixels whose colour differs by more than 48 of 255 in some channel. */
  readonly differing: number;
  /** Largest size, in pixels, of a square that differs as a whole: a moved line or label, not its smoothed edge. */
  readonly largestBlot: number;
};

/** `shape`: only whether a pixel is ink or ground counts, by lightness, as on a black-and-white print. */
export type Compared = 'colour' | 'shape';

/** A blank page in which pictures are compared; close it afterwards. */
export async function openComparer(page: Page): Promise<Page> {
  const blank = await page.context().newPage();
  await blank.goto('about:blank');
  return blank;
}

/** Compares two PNGs of one size pixel by pixel. */
export async function comparePictures(
  comparer: Page,
  one: Buffer,
  other: Buffer,
  by: Compared = 'colour',
): Promise<PictureDifference> {
  return comparer.evaluate(
    async ([first, second, compared]) => {
      const read = async (base64: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('No canvas');
        context.drawImage(image, 0, 0);
        const data = context.getImageData(0, 0, image.width, image.height);
        if (compared === 'colour') return data;
        const light = (at: number): number =>
          0.3 * (data.data[at] ?? 0) + 0.59 * (data.data[at + 1] ?? 0) + 0.11 * (data.data[at + 2] ?? 0);
        const ground = light(0);
        for (let at = 0; at < data.data.length; at += 4)
          data.data.fill(Math.abs(light(at) - ground) > 40 ? 255 : 0, at, at + 3);
        return data;
      };
      const [a, b] = [await read(first), await read(second)];
      if (a.width !== b.width || a.height !== b.height) throw new Error('Pictures of two sizes');
      const { width, height } = a;
      const squares = new Uint16Array(width * height);
      let differing = 0;
      let largestBlot = 0;
      for (let at = 0; at < width * height; at++) {
        const distance = Math.max(
          ...[0, 1, 2].map((channel) => Math.abs((a.data[at * 4 + channel] ?? 0) - (b.data[at * 4 + channel] ?? 0))),
        );
        if (distance <= 48) continue;
        differing++;
        const edge = at % width === 0 || at < width;
        const around = edge
          ? 0
          : Math.min(squares[at - 1] ?? 0, squares[at - width] ?? 0, squares[at - width - 1] ?? 0);
        squares[at] = around + 1;
        largestBlot = Math.max(largestBlot, around + 1);
      }
      return { width, height, differing: differing / (width * height), largestBlot };
    },
    [one.toString('base64'), other.toString('base64'), by] as const,
  );
}
