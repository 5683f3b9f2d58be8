import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { Formats } from '../../domain/format.ts';
import { chartState } from '../../reading/chart-state-of.ts';
import { pictureOf } from '../../reading/picture-model.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { FocusModel } from '../../reading/review-focus.ts';
import { trendModel } from '../../reading/trend-view.ts';
import focusStyles from './focus.module.css';
import { FocusFigures } from './focus-head.tsx';
import styles from './review.module.css';

const WEEKS = { desk: 52, phone: 26 } as const;

type Props = {
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly outcomes: readonly FocusModel[];
  readonly restated: ReadonlyMap<string, string>;
  readonly look: 'desk' | 'phone';
  readonly onRetry: () => void;
};

/** Retention and repeated claims, whatever they say: what all the rest is for. */
export function OutcomesSection({ card, formats, outcomes, restated, look, onRetry }: Props) {
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        Retention and repeated claims
      </h2>
      {outcomes.length === 0 ? (
        <p className={styles.quiet}>Neither is known yet: they need customers, orders and claims.</p>
      ) : null}
      {outcomes.map((focus) => {
        const { id, name, reading, definition } = focus;
        const wish = {
          weeks: WEEKS[look],
          title: name,
          extras: look === 'desk' ? 'forecast-and-last-year' : 'none',
          naming: 'last-week',
        } as const;
        const picture = pictureOf(card, reading, formats, (read) => trendModel(card, read, wish, formats));
        return (
          <div key={id} className={styles.outcome}>
            <ChartFrame
              title={name}
              headingLevel={3}
              state={chartState(name, picture, onRetry)}
              variant={look === 'desk' ? 'panel' : 'phone'}
              locale={formats.locale}
              head={
                <>
                  <p className={focusStyles.definition}>{definition}</p>
                  <FocusFigures focus={focus} restated={restated.get(id) ?? null} />
                </>
              }
            />
          </div>
        );
      })}
    </>
  );
}
