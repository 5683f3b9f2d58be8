import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { TrendChartProps } from './chart-state.ts';
import { ReadOut } from './read-out.tsx';
import { SwappedPicture } from './swapped-picture.tsx';
import { trendKeyStep } from './trend-keys.ts';
import { nearestColumn, newestColumn, trendColumns } from './trend-columns.ts';
import { trendFrame } from './trend-frame.ts';
import { trendGeometry } from './trend-geometry.ts';
import { TrendTable } from './trend-table.tsx';
import { useWidth } from './use-width.ts';
import styles from './trend-chart.module.css';

/** Below this width (a window of 320 px, or 400 % zoom) a picture says less than its table. */
const NARROWEST = 320;

type Reading = { readonly week: number; readonly by: 'keyboard' | 'pointer' };

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | null = null;
  return () => (made ??= { result: make() }).result;
}

/**
 * A trend that can be read: one tab stop; hover or focus opens the read-out; arrow keys step weeks, Home and End jump,
 * Escape closes. Name, sentence, focus and read-out live here, around the picture, so that they outlive the change from
 * plain SVG to recharts.
 */
export function TrendChart({ model, variant, locale, onChoose }: TrendChartProps) {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const width = useWidth(ref, trendFrame(variant, locale).width);
  const geometry = useMemo(
    () => trendGeometry(model, trendFrame(variant, locale, width)),
    [model, variant, locale, width],
  );
  // Made when someone reads, not at every switch of the team.
  const columns = useMemo(() => once(() => trendColumns(model, geometry.scales, locale)), [model, geometry, locale]);
  const [reading, setReading] = useState<Reading | null>(null);
  // A week and not an index: new data keeps the reader at the week, or closes the read-out where it is gone.
  const at = reading === null ? -1 : columns().findIndex((column) => column.week === reading.week);

  const read = (index: number, by: Reading['by']) => {
    const column = columns()[index];
    setReading(column === undefined ? null : { week: column.week, by });
  };
  const choose = (index: number) => {
    const column = columns()[index];
    const point = column === undefined ? undefined : model.points.find(({ week }) => week === column.week);
    // A gap and a week ahead have no records to lay open.
    if (point !== undefined && point.kind !== 'gap') onChoose?.(point.week);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at >= 0 && onChoose !== undefined) {
      event.preventDefault();
      choose(at);
      return;
    }
    const step = trendKeyStep(event.key, at, columns().length);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // The page steps its weeks by the same arrows; inside a chart they are the chart's.
    event.preventDefault();
    event.stopPropagation();
    read(step, 'keyboard');
  };
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const { plot } = geometry.scales;
    if (x >= plot.x0 - 4 && x <= plot.x1 + 4) choose(nearestColumn(columns(), x));
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const { plot } = geometry.scales;
    if (x < plot.x0 - 4 || x > plot.x1 + 4) {
      if (reading?.by === 'pointer') setReading(null);
      return;
    }
    read(nearestColumn(columns(), x), 'pointer');
  };

  return (
    <div className={styles.chart}>
      {/* Measured in the chart's stead: its height never changes, so drawing cannot set off another measurement. */}
      <div ref={ref} />
      {width < NARROWEST ? (
        <TrendTable model={model} locale={locale} onChoose={onChoose} />
      ) : (
        <>
          <VisuallyHidden as="p">
            <span id={id}>{model.sentence}</span>
          </VisuallyHidden>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application is interactive: arrow keys read the weeks */}
          <div
            className={cx(styles.picture, onChoose === undefined ? null : styles.choosable)}
            style={{ height: geometry.height }}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- role application is interactive: arrow keys read the weeks
            tabIndex={0}
            role="application"
            aria-roledescription="chart"
            aria-label={model.title}
            aria-describedby={id}
            aria-keyshortcuts={`ArrowLeft ArrowRight Home End${onChoose === undefined ? '' : ' Enter'}`}
            onFocus={(event) => {
              if (reading === null && event.currentTarget.matches(':focus-visible'))
                read(newestColumn(model), 'keyboard');
            }}
            onBlur={() => {
              setReading(null);
            }}
            onKeyDown={onKeyDown}
            {...(onChoose === undefined ? {} : { onClick })}
            onPointerMove={onPointer}
            onPointerDown={onPointer}
            onPointerLeave={() => {
              if (reading?.by === 'pointer') setReading(null);
            }}
          >
            <SwappedPicture
              title={model.title}
              desc={model.sentence}
              geometry={geometry}
              interest={reading === null ? 'none' : 'reading'}
            />
            <ReadOut
              column={at < 0 ? null : (columns()[at] ?? null)}
              geometry={geometry}
              by={reading?.by ?? 'pointer'}
            />
          </div>
        </>
      )}
    </div>
  );
}
