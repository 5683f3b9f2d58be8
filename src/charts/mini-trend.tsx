import { memo, useMemo } from 'react';
import { miniGeometry, type SharedScale } from './mini-geometry.ts';
import type { TrendModel } from './trend-model.ts';
import { TrendSvg } from './trend-svg.tsx';

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
  readonly shared: SharedScale;
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
