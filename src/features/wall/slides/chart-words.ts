import type { TrendModel } from '../../../charts/trend-model.ts';

type GutterWord = { readonly words: string; readonly value: number; readonly strong: boolean };

/** What stands right of the plot in place of a legend: mean, target, and the newest figure strongly. */
export function gutterWords(model: TrendModel): readonly GutterWord[] {
  const { labels } = model;
  const mean = model.limits.at(-1)?.mean;
  const target = model.targets.at(-1)?.value;
  const now = newestOf(model);
  return [
    ...(labels.mean === null || mean === undefined ? [] : [{ words: labels.mean, value: mean, strong: false }]),
    ...(labels.target === null || target === undefined ? [] : [{ words: labels.target, value: target, strong: false }]),
    ...(now === null
      ? []
      : [{ words: `Now ${(model.formatValue ?? model.formatTick)(now)}`, value: now, strong: true }]),
  ];
}

/** The newest complete week's figure. */
function newestOf(model: TrendModel): number | null {
  const newest = model.points.findLast((point) => point.kind === 'solid');
  return newest?.kind === 'solid' ? newest.value : null;
}
