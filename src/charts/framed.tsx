import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { downloadText } from './download.ts';
import styles from './chart-frame.module.css';

export type ChartView = 'picture' | 'table';

type Props = {
  readonly title: string;
  readonly headingLevel: 2 | 3;
  /** What stands to be downloaded; null where there is nothing to show in a table either. */
  readonly csv: { readonly name: string; readonly text: () => string } | null;
  readonly busy: boolean;
  /** A line under the title. */
  readonly sentence: string | null;
  readonly head?: ReactNode;
  readonly under?: ReactNode;
  readonly children: (view: ChartView) => ReactNode;
};

/** Title, computed sentence, picture or table, CSV: what every chart that stands alone has. T switches while the focus is inside. */
export function Framed({ title, headingLevel, csv, busy, sentence, head = null, under = null, children }: Props) {
  const [view, setView] = useState<ChartView>('picture');
  const Heading = `h${headingLevel}` as const;
  const toggle = () => {
    setView((now) => (now === 'picture' ? 'table' : 'picture'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey || csv === null) return;
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
    <section className={styles.frame} aria-label={title} onKeyDown={onKeyDown} aria-busy={busy}>
      <div className={styles.top}>
        <Heading className={styles.title}>{title}</Heading>
        {csv === null ? null : (
          <div className={styles.tools}>
            <Button kind="quiet" aria-pressed={view === 'table'} aria-keyshortcuts="T" onClick={toggle}>
              Table <Kbd>T</Kbd>
            </Button>
            <Button
              kind="quiet"
              aria-label={`Download ${title} as CSV`}
              onClick={() => {
                downloadText(csv.name, 'text/csv;charset=utf-8', csv.text());
              }}
            >
              CSV
            </Button>
          </div>
        )}
      </div>
      {sentence === null ? null : <p className={styles.sentence}>{sentence}</p>}
      {head}
      {children(view)}
      {under === null ? null : <div className={styles.under}>{under}</div>}
    </section>
  );
}
