async function pixels(png: string): Promise<ImageData> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas in this browser');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Pixels of two PNGs (base64) in which a colour channel differs by more than `tolerance` (0..255). Sizes must agree. */
export async function differingPixels(
  one: string,
  other: string,
  tolerance: number,
): Promise<{ readonly differing: number; readonly total: number }> {
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`pictures of ${a.width} x ${a.height} and ${b.width} x ${b.height} cannot be compared`);
  }
  let differing = 0;
  for (let k = 0; k < a.data.length; k += 4) {
    const far = [0, 1, 2].some(
      (channel) => Math.abs((a.data[k + channel] ?? 0) - (b.data[k + channel] ?? 0)) > tolerance,
    );
    if (far) differing += 1;
  }
  return { differing, total: a.width * a.height };
}
