import { memo } from 'react';
import type { PanelGeometry, SixTwelveGeometry, SixTwelveMark } from './six-twelve-geometry.ts';
import { signalStroke } from './signal-marks.ts';
import styles from './six-twelve.module.css';

const LABEL_LOOKS = { plain: styles.label, strong: styles.strong, target: styles.targetLabel } as const;

/** The 6–12 chart as plain SVG, in the draw order of design.md, section 5. Hidden from readers: who mounts it names it. */
export const SixTwelveSvg = memo(function SixTwelveSvg({ geometry }: { readonly geometry: SixTwelveGeometry }) {
  const { width, height, bands, ticks, edges, means, weeks, months, labels } = geometry;
  const panels = [weeks, months];
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {bands.map((band) => (
        <rect key={band.x} className={styles.band} {...band} />
      ))}
      {panels.map((panel) => (
        <path key={panel.title} className={styles.grid} d={panel.grid} />
      ))}
      {ticks.map(({ x, y, text }) => (
        <text key={y} className={styles.tick} x={x} y={y} textAnchor="end">
          {text}
        </text>
      ))}
      {edges === '' ? null : <path className={styles.edge} d={edges} />}
      {means === '' ? null : <path className={styles.mean} d={means} />}
      {panels.map((panel) => (
        <PanelLayer key={panel.title} panel={panel} />
      ))}
      {labels.map(({ text, look, x, y }) => (
        <text key={text} className={LABEL_LOOKS[look]} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
});

function PanelLayer({ panel: drawn }: { readonly panel: PanelGeometry }) {
  const { panel, title, axis, names, years, target, lastYear, link, actual, marks, values, gaps } = drawn;
  return (
    <g>
      <text className={styles.title} x={panel.x0} y={panel.y0 - 16}>
        {title}
      </text>
      <path className={styles.axis} d={axis} />
      {names.map(({ x, text, look, anchor }) => (
        <text
          key={x}
          className={look === 'strong' ? styles.year : styles.tick}
          x={x}
          y={panel.y1 + 17}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      {years.map(({ x, text, look, anchor }) => (
        <text
          key={text}
          className={look === 'strong' ? styles.year : styles.tick}
          x={x}
          y={panel.y1 + 33}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      {lastYear === '' ? null : <path className={styles.previous} d={lastYear} />}
      {target === '' ? null : <path className={styles.target} d={target} />}
      {link === '' ? null : <path className={styles.link} d={link} />}
      {actual === '' ? null : <path className={styles.actual} d={actual} />}
      {gaps.map(({ x, y, text }) => (
        <text key={x} className={styles.tick} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
      {values.map(({ x, y, anchor, text, look }) => (
        <text key={x} className={look === 'strong' ? styles.value : styles.quietValue} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  );
}

function Mark({ mark: { place, look } }: { readonly mark: SixTwelveMark }) {
  switch (look.kind) {
    case 'dot':
      return <circle className={styles.dot} cx={place.x} cy={place.y} r={look.r} />;
    case 'hollow':
      return <circle className={styles.hollow} cx={place.x} cy={place.y} r="4" />;
    case 'signal':
      return look.signal === 'concerning' ? (
        <>
          <path className={styles.concerningHalo} strokeWidth={signalStroke(look.size).halo} d={look.d} />
          <path className={styles.concerning} strokeWidth={signalStroke(look.size).mark} d={look.d} />
        </>
      ) : (
        <path className={styles[look.signal]} d={look.d} />
      );
  }
}
