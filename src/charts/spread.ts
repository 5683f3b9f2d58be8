/**
 * Pushes labels apart along one axis, keeping their order and as near to where they point as can be: neighbours that are
 * too close become a block that stands centred on its labels' wishes (pool adjacent violators), then the ends are kept
 * inside. Exact in one pass, where moving pairs apart step by step may stop before it is done.
 *
 * @param labels `at` is the wished place in px.
 * @param room `gap` between the centres of two neighbours, and the inclusive bounds for centres. Where all do not fit, the
 *   gap holds and the last ones go over `to`.
 */
export function spread<Label extends { readonly at: number }>(
  labels: readonly Label[],
  room: { readonly gap: (a: Label, b: Label) => number; readonly from: number; readonly to: number },
): ReadonlyArray<Label & { readonly place: number }> {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  // Offset of each label if all stood as tight as allowed; a block of neighbours shares one `shift` over these offsets.
  const offsets: number[] = [];
  sorted.forEach((label, k) => {
    const before = sorted[k - 1];
    offsets.push(before === undefined ? 0 : (offsets[k - 1] ?? 0) + room.gap(before, label));
  });
  const blocks: Array<{ sum: number; count: number }> = [];
  sorted.forEach((label, k) => {
    blocks.push({ sum: label.at - (offsets[k] ?? 0), count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const previous = blocks.at(-2);
      if (last === undefined || previous === undefined || previous.sum / previous.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: previous.sum + last.sum, count: previous.count + last.count });
    }
  });
  const shifts = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.sum / block.count));
  const most = room.to - (offsets.at(-1) ?? 0);
  return sorted.map((label, k) => ({
    ...label,
    place: Math.max(room.from, Math.min(most, shifts[k] ?? 0)) + (offsets[k] ?? 0),
  }));
}
