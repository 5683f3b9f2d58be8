import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { FUNNEL_WIDTH, funnelGeometry, type FunnelGeometry, type FunnelMark } from './funnel-geometry.ts';
import { FunnelSvg } from './funnel-svg.tsx';
import type { FunnelModel, FunnelTeam } from './funnel-types.ts';
import { ReadOut } from './read-out.tsx';
import { trendKeyStep } from './trend-keys.ts';
import { useWidth } from './use-width.ts';
import styles from './funnel.module.css';

/** Below this width (a window of 320 px, or 400 % zoom) a picture says less than its table. */
const NARROWEST = 300;
/** A pointer farther away than this reads no team. */
const NEAR = 24;

/**
 * Rates of teams against their number of cases, with the limits that chance draws: one tab stop; hover or focus opens the
 * read-out, arrow keys step from few cases to many, Home and End jump, Escape closes, T switches to the table.
 */
export function FunnelChart({ model }: { readonly model: FunnelModel }) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, FUNNEL_WIDTH);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const toggle = () => {
    setView(view === 'picture' ? 'table' : 'picture');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // A page may have a T of its own, for its large chart.
    event.stopPropagation();
    toggle();
  };
  const isTable = view === 'table' || width < NARROWEST;
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens for T on behalf of what is inside, which has the focus
    <div className={styles.frame} onKeyDown={onKeyDown}>
      <div ref={ref} />
      {isTable ? <FunnelTable model={model} /> : <Picture model={model} width={width} />}
      <div className={styles.toolRow}>
        <Button
          kind="quiet"
          aria-pressed={view === 'table'}
          aria-keyshortcuts="T"
          aria-label={`${model.title} as a table`}
          onClick={toggle}
        >
          Table <Kbd>T</Kbd>
        </Button>
      </div>
    </div>
  );
}

function Picture({ model, width }: { readonly model: FunnelModel; readonly width: number }) {
  const id = useId();
  const geometry = useMemo(() => funnelGeometry(model, width), [model, width]);
  const order = useMemo(() => geometry.marks.toSorted((a, b) => a.x - b.x || a.y - b.y), [geometry]);
  const [reading, setReading] = useState<{ readonly id: string; readonly by: 'keyboard' | 'pointer' } | null>(null);
  const at = reading === null ? -1 : order.findIndex(({ team }) => team.id === reading.id);
  const read = (mark: FunnelMark | undefined, by: 'keyboard' | 'pointer') => {
    setReading(mark === undefined ? null : { id: mark.team.id, by });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = trendKeyStep(event.key, at, order.length);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // The page steps its weeks by the same arrows; inside a chart they are the chart's.
    event.preventDefault();
    event.stopPropagation();
    read(order[step], 'keyboard');
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    read(nearestMark(geometry, event.clientX - box.left, event.clientY - box.top), 'pointer');
  };
  const mark = order[at];
  return (
    <>
      <VisuallyHidden as="p">
        <span id={id}>{model.sentence}</span>
      </VisuallyHidden>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application is interactive: arrow keys read the teams */}
      <div
        className={styles.picture}
        style={{ height: geometry.height }}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- role application is interactive: arrow keys read the teams
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={model.title}
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End T"
        onFocus={(event) => {
          if (reading === null && event.currentTarget.matches(':focus-visible')) read(order.at(-1), 'keyboard');
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
        <FunnelSvg geometry={geometry} countedIn={model.countedIn} />
        <ReadOut
          column={
            mark === undefined
              ? null
              : {
                  x: mark.x,
                  y: mark.y,
                  title: mark.team.name,
                  value: mark.team.text,
                  notes: [mark.team.cases, mark.team.placeText],
                  signal: null,
                }
          }
          geometry={{ width: geometry.width, height: geometry.height, scales: { plot: geometry.plot } }}
          by={reading?.by ?? 'pointer'}
        />
      </div>
    </>
  );
}

function nearestMark({ marks }: FunnelGeometry, x: number, y: number): FunnelMark | undefined {
  let best: FunnelMark | undefined;
  let distance = NEAR;
  for (const mark of marks) {
    const here = Math.hypot(mark.x - x, mark.y - y);
    if (here < distance) {
      best = mark;
      distance = here;
    }
  }
  return best;
}

const COLUMNS: ReadonlyArray<TableColumn<FunnelTeam>> = [
  { id: 'team', header: 'Team', kind: 'row-header', cell: ({ name }) => name },
  { id: 'value', header: 'Value', kind: 'number', cell: ({ text }) => text },
  { id: 'cases', header: 'Cases', kind: 'number', cell: ({ cases }) => cases },
  { id: 'place', header: 'Against chance', kind: 'text', cell: ({ placeText }) => placeText },
];

/** The same teams by name, as a real table. */
export function FunnelTable({ model }: { readonly model: FunnelModel }) {
  return (
    <Table caption={model.title} captionLook="hidden" columns={COLUMNS} rows={model.teams} rowKey={({ id }) => id} />
  );
}
