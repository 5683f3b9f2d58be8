import { useEffect, useMemo, useState } from 'react';
import { TrendSvg } from './trend-svg.tsx';
import { useRecharts, type Drawn, type Picture } from './use-recharts.ts';
import type { TrendGeometry } from './trend-geometry.ts';
import { cx } from '../ui/cx.ts';
import styles from './trend-chart.module.css';

/**
 * Plain SVG at once; recharts takes its place when it stands drawn beneath, so that no frame is empty. The one out of sight
 * stays in the document: the next switch changes a few attributes of the SVG instead of building it anew.
 */
export function SwappedPicture({
  geometry,
  title,
  desc,
  interest,
}: Picture & {
  /** While someone reads the chart it does not wait for an idle page. */
  readonly interest: 'none' | 'reading';
}) {
  const picture = useMemo(() => ({ geometry, title, desc }), [geometry, title, desc]);
  const drawn = useRecharts(picture, interest);
  const [ready, setReady] = useState<TrendGeometry | null>(null);
  const stands = drawn !== null && drawn.picture === picture && ready === geometry;
  return (
    <div data-drawn-by={stands ? 'recharts' : 'svg'} aria-hidden="true">
      <div className={stands ? styles.waiting : undefined}>
        <TrendSvg geometry={geometry} />
      </div>
      {drawn === null ? null : (
        <div className={cx(styles.stacked, stands ? null : styles.waiting)}>
          <Recharts drawn={drawn} onDrawn={setReady} />
        </div>
      )}
    </div>
  );
}

function Recharts({ drawn, onDrawn }: { readonly drawn: Drawn; readonly onDrawn: (geometry: TrendGeometry) => void }) {
  const { picture, drawing: Drawing } = drawn;
  const { geometry } = picture;
  useEffect(() => {
    // recharts registers its parts over several renders; two frames later they have been drawn.
    let second = 0;
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => {
        onDrawn(geometry);
      });
    });
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, [geometry, onDrawn]);
  return <Drawing {...picture} />;
}
