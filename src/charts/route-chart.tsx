import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ReadOut } from './read-out.tsx';
import { routeColumns } from './route-columns.ts';
import { routeGeometry } from './route-geometry.ts';
import { ROUTE_HEIGHT, ROUTE_WIDTH } from './route-scales.ts';
import { RouteSvg } from './route-svg.tsx';
import { RouteTable } from './route-table.tsx';
import type { RouteModel } from './route-types.ts';
import { nearestColumn } from './trend-columns.ts';
import { trendKeyStep } from './trend-keys.ts';
import { useWidth } from './use-width.ts';
import styles from './route.module.css';

/** Below this width (a window of 320 px, or 400 % zoom) a picture says less than its table. */
const NARROWEST = 320;

/** A route that can be read: one tab stop; hover or focus opens the read-out, arrow keys step weeks, Home and End jump. */
export function RouteChart({ model }: { readonly model: RouteModel }) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, ROUTE_WIDTH);
  return (
    <div className={styles.chart}>
      <div ref={ref} />
      {width < NARROWEST ? <RouteTable model={model} /> : <RoutePicture model={model} width={width} />}
    </div>
  );
}

function RoutePicture({ model, width }: { readonly model: RouteModel; readonly width: number }) {
  const id = useId();
  const geometry = useMemo(() => routeGeometry(model, width, ROUTE_HEIGHT), [model, width]);
  const columns = useMemo(() => routeColumns(model, geometry.scales), [model, geometry]);
  const [reading, setReading] = useState<{ readonly week: number; readonly by: 'keyboard' | 'pointer' } | null>(null);
  // A week and not an index: a forecast that comes in meanwhile keeps the reader at the week.
  const at = reading === null ? -1 : columns.findIndex(({ week }) => week === reading.week);
  const read = (index: number, by: 'keyboard' | 'pointer'): void => {
    const column = columns[index];
    setReading(column === undefined ? null : { week: column.week, by });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = trendKeyStep(event.key, at, columns.length);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // The page steps its weeks by the same arrows; inside a chart they are the chart's.
    event.preventDefault();
    event.stopPropagation();
    read(step, 'keyboard');
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const { plot } = geometry.scales;
    if (x < plot.x0 - 4 || x > plot.x1 + 4) {
      if (reading?.by === 'pointer') setReading(null);
      return;
    }
    read(nearestColumn(columns, x), 'pointer');
  };
  const newest = Math.max(0, model.travelled.length - 1);
  return (
    <>
      <VisuallyHidden as="p">
        <span id={id}>{model.sentence}</span>
      </VisuallyHidden>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application is interactive: arrow keys read the weeks */}
      <div
        className={styles.stage}
        style={{ height: geometry.height }}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- role application is interactive: arrow keys read the weeks
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={model.title}
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End"
        onFocus={(event) => {
          if (reading === null && event.currentTarget.matches(':focus-visible')) read(newest, 'keyboard');
        }}
        onBlur={() => setReading(null)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => {
          if (reading?.by === 'pointer') setReading(null);
        }}
      >
        <RouteSvg geometry={geometry} />
        <ReadOut column={columns[at] ?? null} geometry={geometry} by={reading?.by ?? 'pointer'} />
      </div>
    </>
  );
}
