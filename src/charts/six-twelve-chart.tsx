import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ReadOut, type ReadOutColumn } from './read-out.tsx';
import { SIX_TWELVE_WIDTH } from './six-twelve-frame.ts';
import { sixTwelveGeometry, type SixTwelveColumn, type SixTwelveGeometry } from './six-twelve-geometry.ts';
import { SixTwelveSvg } from './six-twelve-svg.tsx';
import { SixTwelveTable } from './six-twelve-table.tsx';
import type { SixTwelveModel } from './six-twelve-types.ts';
import { trendKeyStep } from './trend-keys.ts';
import { nearestColumn } from './trend-columns.ts';
import { useWidth } from './use-width.ts';
import styles from './six-twelve.module.css';

/** Below this width (a window of 320 px, or 400 % zoom) a picture says less than its table. */
const NARROWEST = 300;

export type SixTwelveView = 'picture' | 'table';

type Props = {
  readonly model: SixTwelveModel;
  /** A width in px for print, where nothing can be measured; without it the chart takes its container's. */
  readonly width?: number;
  /** Where the page decides between picture and table; without both the chart decides itself. */
  readonly view?: SixTwelveView;
  readonly onView?: (view: SixTwelveView) => void;
};

/**
 * Six weeks and twelve months on one scale: one tab stop; hover or focus opens the read-out, arrow keys step through weeks
 * and months, Home and End jump, Escape closes, T switches to the tables.
 */
export function SixTwelveChart({ model, width: fixed, view, onView }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const measured = useWidth(ref, SIX_TWELVE_WIDTH);
  const [own, setOwn] = useState<SixTwelveView>('picture');
  const shown = view ?? own;
  const width = fixed ?? measured;
  const toggle = () => {
    const next = shown === 'picture' ? 'table' : 'picture';
    setOwn(next);
    onView?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // A page may have a T of its own, for all its charts.
    event.stopPropagation();
    toggle();
  };
  const isTable = shown === 'table' || width < NARROWEST;
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens for T on behalf of what is inside, which has the focus
    <div className={styles.frame} onKeyDown={onKeyDown}>
      <div ref={ref} />
      <div className={isTable ? styles.toolRow : styles.tool}>
        <Button
          kind="quiet"
          aria-pressed={shown === 'table'}
          aria-keyshortcuts="T"
          aria-label={`${model.title}, weeks and months as a table`}
          onClick={toggle}
        >
          Table <Kbd>T</Kbd>
        </Button>
      </div>
      {isTable ? <SixTwelveTable model={model} /> : <SixTwelvePicture model={model} width={width} />}
    </div>
  );
}

/** The picture alone, of a given width: what a print sheet draws. */
export function SixTwelvePicture({ model, width }: { readonly model: SixTwelveModel; readonly width: number }) {
  const id = useId();
  const geometry = useMemo(() => sixTwelveGeometry(model, width), [model, width]);
  const [reading, setReading] = useState<{ readonly id: string; readonly by: 'keyboard' | 'pointer' } | null>(null);
  const { columns } = geometry;
  const at = reading === null ? -1 : columns.findIndex(({ point }) => point.id === reading.id);
  const read = (index: number, by: 'keyboard' | 'pointer') => {
    const column = columns[index];
    setReading(column === undefined ? null : { id: column.point.id, by });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = trendKeyStep(event.key, at, columns.length);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // The page steps its weeks by the same arrows; inside a chart they are the chart's.
    event.preventDefault();
    event.stopPropagation();
    read(step, 'keyboard');
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    read(columnAt(geometry, event.clientX - box.left, event.clientY - box.top), 'pointer');
  };
  const column = columns[at];
  return (
    <>
      <VisuallyHidden as="p">
        <span id={id}>{model.sentence}</span>
      </VisuallyHidden>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application is interactive: arrow keys read the points */}
      <div
        className={styles.picture}
        style={{ height: geometry.height }}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- role application is interactive: arrow keys read the points
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={`${model.title}, last 6 weeks and last 12 months`}
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End T"
        onFocus={(event) => {
          // The newest week is what the review is about: reading starts there.
          if (reading === null && event.currentTarget.matches(':focus-visible'))
            read(model.weeks.length - 1, 'keyboard');
        }}
        onBlur={() => {
          setReading(null);
        }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => {
          if (reading?.by === 'pointer') setReading(null);
        }}
      >
        <SixTwelveSvg geometry={geometry} />
        <ReadOut
          column={column === undefined ? null : readOutOf(column)}
          geometry={{
            width: geometry.width,
            height: geometry.height,
            scales: { plot: at < model.weeks.length ? geometry.frame.weeks : geometry.frame.months },
          }}
          by={reading?.by ?? 'pointer'}
        />
      </div>
    </>
  );
}

function readOutOf({ point, x, y }: SixTwelveColumn): ReadOutColumn {
  const { figure, title, notes, gap, lastYear } = point;
  const beside = [
    ...(gap === null ? [] : [`${gap} vs target`]),
    ...(lastYear === null ? [] : [`${gap === null ? 'L' : 'l'}ast year ${lastYear.text}`]),
  ].join(', ');
  if (figure.kind === 'none')
    return { x, y, title, value: 'No figure', notes: [figure.reason, ...notes], signal: null };
  const [first = '', ...more] = notes;
  return {
    x,
    y,
    title,
    value: figure.text,
    notes: [first, beside, ...more].filter((line) => line !== ''),
    signal: figure.signal,
    signalText: figure.signalText,
  };
}

/** The column under the pointer; −1 outside both panels. */
function columnAt({ frame, columns }: SixTwelveGeometry, x: number, y: number): number {
  const inside = ({ x0, x1, y0, y1 }: typeof frame.weeks) => x >= x0 - 4 && x <= x1 + 4 && y >= y0 - 12 && y <= y1 + 20;
  const count = columns.findIndex(({ point }) => point.id.startsWith('m'));
  if (inside(frame.weeks)) return nearestColumn(columns.slice(0, count), x);
  return inside(frame.months) ? count + nearestColumn(columns.slice(count), x) : -1;
}
