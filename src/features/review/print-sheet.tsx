import { useLayoutEffect } from 'react';
import type { Team } from '../../contract/teams.ts';
import { usePreferences } from '../../state/preferences.ts';
import type { ReviewView } from '../../state/view.ts';
import { PrintAppendix } from './print-appendix.tsx';
import { PrintAgenda } from './print-agenda.tsx';
import { PrintFocus } from './print-focus.tsx';
import { PrintMinutes } from './print-minutes.tsx';
import { cssString, dataToWords, printedAddress, teamWords } from './print-words.ts';
import type { ReviewModel } from './review-model.ts';
import type { Minutes } from './use-review.ts';
import styles from './print.module.css';

export type PrintProps = {
  readonly view: ReviewView;
  readonly model: ReviewModel;
  readonly minutes: Minutes;
  readonly teams: readonly Team[];
  /** The measure in view; null in a later section: then the first of the agenda is printed. */
  readonly indicator: string | null;
};

/**
 * The review on paper: first what asks for attention and the measure in view, then the minutes; the tables of every
 * measure on wish. Read from the same models as the screen, in black and white, in fixed sizes.
 */
export function PrintSheet({ view, model, minutes, teams, indicator }: PrintProps) {
  const { card, formats, agenda, title } = model;
  const appendix = usePreferences((preferences) => preferences.appendix);
  const dataTo = dataToWords(card.week, formats);
  const address = printedAddress(location.origin, view, card.week);
  useFooter(`${dataTo} · ${address}`, title);
  const shown = indicator ?? agenda.rows[0]?.id ?? null;
  const focus = shown === null ? null : model.focus(shown);
  return (
    <div className={styles.sheet} lang={formats.locale}>
      <article className={styles.first} aria-label="Exceptions">
        <header className={styles.head}>
          <h1>{title}</h1>
          <p>
            {teamWords(view.teams, teams)} · {dataTo}
          </p>
        </header>
        {model.closed === null ? null : (
          <p className={styles.closed}>
            Closed by {model.closed.by} on {model.closed.at}: figures as they were then.
          </p>
        )}
        <div className={styles.columns}>
          <PrintAgenda model={model} current={focus?.id ?? null} />
          {focus === null ? null : (
            <PrintFocus model={model} focus={focus} restated={model.restated.get(focus.id) ?? null} />
          )}
        </div>
      </article>
      <PrintMinutes card={card} formats={formats} minutes={minutes} />
      {appendix === 'tables' ? <PrintAppendix model={model} /> : null}
    </div>
  );
}

/**
 * What stands at the foot of every page is drawn by the page's own margin boxes, which read it from the root: the policy
 * allows no style element. A browser without them prints its own address line; head and date stand on the sheet.
 */
function useFooter(left: string, title: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--print-foot', cssString(left));
    style.setProperty('--print-title', cssString(title));
    return () => {
      style.removeProperty('--print-foot');
      style.removeProperty('--print-title');
    };
  }, [left, title]);
}
