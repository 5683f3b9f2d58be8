import { memo, useMemo } from 'react';
import { multipleFrame, type TrendFrame } from './trend-frame.ts';
import { trendGeometry, type TrendGeometry } from './trend-geometry.ts';
import type { TrendModel } from './trend-model.ts';
import { TrendSvg } from './trend-svg.tsx';

type Shared = NonNullable<TrendFrame['shared']>;

/** A small multiple in pixels: the months without years, and limits that lie beyond the shared scale cut at its ends. */
export function miniGeometry(model: TrendModel, width: number, locale: string, shared: Shared): TrendGeometry {
  const within = (value: number) => Math.max(shared.low, Math.min(shared.high, value));
  const limits = model.limits.map((band) => ({ ...band, lower: within(band.lower), upper: within(band.upper) }));
  const geometry = trendGeometry({ ...model, limits }, multipleFrame(width, locale, shared));
  return { ...geometry, time: { ...geometry.time, years: [] } };
}

/**
 * A trend among small multiples, on the scale that it shares with the others. A picture with a name and no controls: what
 * can be read by keyboard is the table, and the team's own page.
 */
export const MiniTrend = memo(function MiniTrend({
  model,
  width,
  locale,
  shared,
  label,
}: {
  readonly model: TrendModel;
  readonly width: number;
  readonly locale: string;
  readonly shared: Shared;
  /** The computed sentence. */
  readonly label: string;
}) {
  const geometry = useMemo(() => miniGeometry(model, width, locale, shared), [model, width, locale, shared]);
  return (
    <div role="img" aria-label={label}>
      <TrendSvg geometry={geometry} />
    </div>
  );
});
