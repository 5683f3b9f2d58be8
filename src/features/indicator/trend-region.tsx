import { ChartBody } from '../../charts/chart-body.tsx';
import { downloadText } from '../../charts/download.ts';
import { trendCsv } from '../../charts/trend-csv.ts';
import { isoWeekLabel, type WeekNumber } from '../../domain/week.ts';
import { chartState } from '../../reading/chart-state-of.ts';
import { SPANS, type IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { changeIndicator } from './change-view.ts';
import styles from './indicator.module.css';
import { SPAN_WORDS, type IndicatorModel } from './page-model.ts';

type Props = {
  readonly model: IndicatorModel;
  readonly view: IndicatorView;
  readonly size: 'desk' | 'phone';
  readonly onRetry: () => void;
  /** null: this person may not annotate here. */
  readonly onAnnotate: (() => void) | null;
};

const OPTIONS = SPANS.map((span) => ({ value: span, label: SPAN_WORDS[span] }));

/** One function for all renders: a table of five years is drawn again for other figures alone. */
function openRows(week: WeekNumber): void {
  changeIndicator({ rows: isoWeekLabel(week) }, 'push');
}

/** The trend over months or years, as a picture or a table; a week that is chosen lays its records open. */
export function TrendRegion({ model, view, size, onRetry, onAnnotate }: Props) {
  const { picture, reading, formats } = model;
  const { indicator } = reading;
  const drawn = picture.kind === 'data' || picture.kind === 'too-little' ? picture.model : null;
  return (
    <section className={styles.trend} aria-label="Trend">
      <VisuallyHidden as="h2">{`${indicator.name}, ${SPAN_WORDS[view.span]}`}</VisuallyHidden>
      <ChartBody
        state={chartState(indicator.name, picture, onRetry)}
        variant={size === 'phone' ? 'phone' : 'detail'}
        locale={formats.locale}
        view={view.show}
        onChoose={openRows}
      />
      {model.estimate === null ? null : <p className={styles.quiet}>{model.estimate.drawn}</p>}
      <div className={styles.tools}>
        <SegmentedControl
          label="Span"
          options={OPTIONS}
          value={view.span}
          onChange={(span) => changeIndicator({ span })}
        />
        {model.since === '' ? null : <span className={styles.since}>{model.since}</span>}
        <span className={styles.toolsEnd}>
          {size === 'desk' || drawn === null ? null : (
            <Button
              kind="quiet"
              aria-pressed={view.show === 'table'}
              onClick={() => changeIndicator({ show: view.show === 'table' ? 'picture' : 'table' })}
            >
              Table
            </Button>
          )}
          {reading.kind === 'failed' || reading.measure.state === 'no-data' ? null : (
            <Button
              kind="quiet"
              aria-label={`Records of ${formats.weekName(reading.measure.week)}`}
              onClick={() => openRows(reading.measure.week)}
            >
              Records
            </Button>
          )}
          {onAnnotate === null ? null : (
            <Button kind="quiet" aria-keyshortcuts="n" onClick={onAnnotate}>
              Annotate {size === 'desk' ? <Kbd>N</Kbd> : null}
            </Button>
          )}
          {drawn === null ? null : (
            <Button
              kind="quiet"
              aria-label={`Download ${indicator.name} as CSV`}
              onClick={() => downloadText(`${indicator.id}.csv`, 'text/csv;charset=utf-8', trendCsv(drawn))}
            >
              CSV
            </Button>
          )}
        </span>
      </div>
    </section>
  );
}
