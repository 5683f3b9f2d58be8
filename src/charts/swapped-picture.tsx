import { useEffect, useState } from 'react';
import { TrendSvg } from './trend-svg.tsx';
import { useRecharts, type Drawn } from './use-recharts.ts';
import type { TrendGeometry } from './trend-geometry.ts';
import { cx } from '../ui/cx.ts';
import styles from './trend-chart.module.css';

/** Plain SVG at once; recharts takes its place when it stands drawn beneath, so that no frame is empty. */
export function SwappedPicture({
  geometry,
  title,
  desc,
  interest,
}: {
  readonly geometry: TrendGeometry;
  readonly title: string;
  readonly desc: string;
  readonly interest: 'none' | 'touched';
}) {
  const drawn = useRecharts(geometry, interest);
  const [ready, setReady] = useState<TrendGeometry | null>(null);
  const stands = drawn !== null && drawn.geometry === geometry && ready === geometry;
  return (
    <div data-drawn-by={stands ? 'recharts' : 'svg'} aria-hidden="true">
      {stands ? null : <TrendSvg geometry={geometry} />}
      {drawn === null ? null : (
        <div className={stands ? undefined : cx(styles.stacked, styles.waiting)}>
          <Recharts drawn={drawn} title={title} desc={desc} onDrawn={setReady} />
        </div>
      )}
    </div>
  );
}

function Recharts({ drawn, onDrawn }: { readonly drawn: Drawn; readonly onDrawn: (geometry: TrendGeometry) => void }) {
  const { geometry, drawing: Picture } = drawn;
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
  return <Picture geometry={geometry} title={title} desc={desc} />;
}
