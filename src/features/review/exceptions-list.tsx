import { memo } from 'react';
import { allQuietWords, ruleWords, type AgendaModel, type AgendaRow } from '../../reading/agenda.ts';
import { useReviewClock } from '../../state/review-clock.ts';
import { cx } from '../../ui/cx.ts';
import { Mark } from '../../ui/mark.tsx';
import { SIGNAL_WORDS } from '../../ui/signal-chip.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './exceptions.module.css';
import { StepLink, type StepLinks } from './step-link.tsx';

type Props = {
  readonly agenda: AgendaModel;
  /** The measure in focus; null in a later section. */
  readonly current: string | null;
  readonly links: StepLinks;
  readonly restated: ReadonlyMap<string, string>;
  readonly week: 'figures' | 'no-data';
};

/** What asks for attention, by status, worst first. The shape in front of a name is its signal; the groups carry the status. */
export function ExceptionsList({ agenda, current, links, restated, week }: Props) {
  const discussed = useReviewClock((clock) => clock.discussed);
  return (
    <section className={styles.section} aria-labelledby="review-exceptions">
      <h2 id="review-exceptions" className={styles.heading}>
        Exceptions
      </h2>
      {agenda.rows.length === 0 ? (
        <p className={styles.quiet}>{week === 'no-data' ? 'No figure stands in this week.' : allQuietWords(agenda)}</p>
      ) : (
        <p className={styles.sub}>{ruleWords(agenda)}</p>
      )}
      {agenda.groups.map(({ status, shape, word, rows }) => (
        <section key={status} aria-label={`${word}, ${rows.length}`}>
          <h3 className={styles.group}>
            <StatusChip status={shape} word={word} />
            <span className={styles.count}>{rows.length}</span>
          </h3>
          <ol className={styles.rows}>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                look={row.id === current ? 'now' : discussed.includes(row.id) ? 'done' : 'plain'}
                restated={restated.get(row.id) ?? null}
                links={links}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

type RowProps = {
  readonly row: AgendaRow;
  readonly look: 'now' | 'done' | 'plain';
  readonly restated: string | null;
  readonly links: StepLinks;
};

const MARK_LOOKS = { improving: styles.improving, concerning: styles.concerning, neutral: styles.neutral } as const;

/** Drawn again only where its look changes: two rows at a step, however long the agenda is. */
const Row = memo(function Row({ row, look, restated, links }: RowProps) {
  const { id, name, mark, value, gap, gapIs } = row;
  return (
    <li className={cx(styles.row, look === 'now' ? styles.now : look === 'done' ? styles.done : null)}>
      {look === 'done' ? <Tick /> : null}
      <span className={cx(styles.mark, mark === null ? null : MARK_LOOKS[mark])}>
        {mark === null ? null : <Mark shape={mark} size={9} />}
      </span>
      <span className={styles.name}>
        <StepLink
          links={links}
          step={{ section: 'exceptions', indicator: id }}
          className={styles.link}
          {...(look === 'now' ? { 'aria-current': 'step' } : {})}
        >
          {name}
        </StepLink>
        {mark === null ? null : <VisuallyHidden>, {SIGNAL_WORDS[mark].toLowerCase()}</VisuallyHidden>}
        {look === 'done' ? <VisuallyHidden>, discussed</VisuallyHidden> : null}
        {restated === null ? null : <span className={styles.restated}>{restated}</span>}
      </span>
      <b className={styles.value}>{value}</b>
      <span className={styles.gap}>
        {gap}
        {gapIs === '' ? null : <VisuallyHidden> {gapIs}</VisuallyHidden>}
      </span>
    </li>
  );
});

function Tick() {
  return (
    <svg className={styles.tick} width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
      <path d="M1.5 5.2 4.6 8.3 10.5 1.7" />
    </svg>
  );
}
