import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { ChartState, ChartVariant, OnChoose } from './chart-state.ts';
import { TrendChart } from './trend-chart.tsx';
import { TrendTable } from './trend-table.tsx';
import { trendFrame } from './trend-frame.ts';
import styles from './chart-frame.module.css';

/** What stands in the frame for each of the five states, in the height of the picture. */
export function ChartBody({
  state,
  variant,
  locale,
  view,
  onChoose,
}: {
  readonly state: ChartState;
  readonly variant: ChartVariant;
  readonly locale: string;
  readonly view: 'picture' | 'table';
  readonly onChoose?: OnChoose | undefined;
}) {
  const { height } = trendFrame(variant, locale);
  switch (state.kind) {
    case 'loading':
      return (
        <div>
          <Skeleton width="100%" height={height} />
          <VisuallyHidden>Loading</VisuallyHidden>
        </div>
      );
    case 'empty':
      return (
        <div className={styles.message} style={{ minHeight: height }}>
          <p>{state.reason}</p>
          {state.action}
        </div>
      );
    case 'error':
      return (
        <div className={styles.message} style={{ minHeight: height }} role="alert">
          <p>
            <b>{state.what}</b>
          </p>
          <p>{state.why}</p>
          {state.onRetry === null ? null : (
            <Button kind="link" onClick={state.onRetry}>
              Try again
            </Button>
          )}
          {state.reference === null ? null : <p className={styles.reference}>Reference {state.reference}</p>}
        </div>
      );
    case 'too-little':
      return state.model === null ? (
        <div className={styles.message} style={{ minHeight: height }}>
          <p>{state.reason}</p>
        </div>
      ) : (
        <>
          {view === 'table' ? (
            <TrendTable model={state.model} locale={locale} onChoose={onChoose} />
          ) : (
            <TrendChart model={state.model} variant={variant} locale={locale} onChoose={onChoose} />
          )}
          <p className={styles.note}>{state.reason}</p>
        </>
      );
    case 'data':
      return view === 'table' ? (
        <TrendTable model={state.model} locale={locale} onChoose={onChoose} />
      ) : (
        <TrendChart model={state.model} variant={variant} locale={locale} onChoose={onChoose} />
      );
  }
}
