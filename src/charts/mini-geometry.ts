import { multipleFrame, type TrendFrame } from './trend-frame.ts';
import { trendGeometry, type TrendGeometry } from './trend-geometry.ts';
import type { TrendModel } from './trend-model.ts';

export type SharedScale = NonNullable<TrendFrame['shared']>;

/** A small multiple in pixels: the months without years, and limits that lie beyond the shared scale cut at its ends. */
export function miniGeometry(model: TrendModel, width: number, locale: string, shared: SharedScale): TrendGeometry {
  const within = (value: number) => Math.max(shared.low, Math.min(shared.high, value));
  const limits = model.limits.map((band) => ({ ...band, lower: within(band.lower), upper: within(band.upper) }));
  const geometry = trendGeometry({ ...model, limits }, multipleFrame(width, locale, shared));
  return { ...geometry, time: { ...geometry.time, years: [] } };
}
