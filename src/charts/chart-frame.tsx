import { useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ChartBody } from './chart-body.tsx';
import type { ChartFrameProps, ChartState } from './chart-state.ts';
import { downloadText } from './download.ts';
import { trendCsv } from './trend-csv.ts';
import type { TrendModel } from './trend-model.ts';
import styles from './chart-frame.module.css';

export type ChartView = 'picture' | 'table';

function modelOf(state: ChartState): TrendModel | null {
  return state.kind === 'data' || state.kind === 'too-little' ? state.model : null;
}

/**
 * The frame around every trend: title, computed sentence, picture or table, CSV. The states are a union and each is
 * written out in `ChartBody`; none changes the height. T switches to the table while the focus is inside.
 */
export function ChartFrame({
  title,
  headingLevel = 2,
  state,
  variant,
  locale,
  head = null,
  under = null,
  sentence = 'for-readers',
  onChoose,
}: ChartFrameProps) {
  const [view, setView] = useState<ChartView>('picture');
  const model = modelOf(state);
  const Heading = `h${headingLevel}` as const;
  const toggle = () => {
    setView((now) => (now === 'picture' ? 'table' : 'picture'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey || model === null) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, [contenteditable]') !== null
    )
      return;
    event.preventDefault();
    toggle();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens for T on behalf of the controls inside, which have the focus
    <section className={styles.frame} aria-label={title} onKeyDown={onKeyDown} aria-busy={state.kind === 'loading'}>
      <div className={styles.top}>
        <Heading className={styles.title}>{title}</Heading>
        {model === null ? null : (
          <div className={styles.tools}>
            <Button kind="quiet" aria-pressed={view === 'table'} aria-keyshortcuts="T" onClick={toggle}>
              Table <Kbd>T</Kbd>
            </Button>
            <Button
              kind="quiet"
              aria-label={`Download ${title} as CSV`}
              onClick={() => {
                downloadText(`${model.indicator}.csv`, 'text/csv;charset=utf-8', trendCsv(model));
              }}
            >
              CSV
            </Button>
          </div>
        )}
      </div>
      {sentence === 'shown' && model !== null ? <p className={styles.sentence}>{model.sentence}</p> : null}
      {head}
      <ChartBody state={state} variant={variant} locale={locale} view={view} onChoose={onChoose} />
      {under === null ? null : <div className={styles.under}>{under}</div>}
    </section>
  );
}
