import type { MouseEvent } from 'react';
import { RouteBar } from '../../charts/route-bar.tsx';
import { HeardStatus } from '../../parts/heard-status.tsx';
import { useHearing } from '../../parts/hearing.ts';
import type { GoalAhead } from '../../reading/goal-ahead.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { focusGoal } from './change-view.ts';
import styles from './goal-cells.module.css';

type RowProps = { readonly row: GoalRow };

/** What the goal is, as the link that puts it in focus, and what must not suffer from it. */
export function GoalName({
  row,
  href,
  place,
}: RowProps & { readonly href: string; readonly place: 'in-focus' | 'elsewhere' }) {
  const press = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    focusGoal(row.id);
  };
  return (
    <>
      <a className={styles.name} href={href} aria-current={place === 'in-focus' ? 'true' : undefined} onClick={press}>
        {row.name}
      </a>
      <span className={styles.line}>{row.aim}</span>
      {row.beside.length === 0 ? null : (
        <span className={styles.beside}>beside it: {row.beside.map(({ words }) => words).join('; ')}</span>
      )}
      {row.note === '' || row.bar === null ? null : <span className={styles.beside}>{row.note}</span>}
    </>
  );
}

export function GoalNow({ row }: RowProps) {
  const hearing = useHearing();
  const { value } = row;
  return (
    <>
      {value.kind === 'words' ? (
        <span className={styles.words}>{value.words}</span>
      ) : (
        <span className={cx(styles.value, value.look === 'old' || hearing.kind === 'lost' ? styles.old : null)}>
          {value.number}
          {value.unit}
        </span>
      )}
      <span className={styles.status}>
        <HeardStatus status={row.status} words="status" />
      </span>
    </>
  );
}

/** The way as a bar; the reason where there is none to draw. */
export function GoalBar({ row, width }: RowProps & { readonly width: number }) {
  return row.bar === null ? (
    <span className={styles.why}>{row.note}</span>
  ) : (
    <RouteBar model={row.bar.model} width={width} label={row.bar.label} />
  );
}

/** When it will be reached, in words; the room is kept while it is simulated. */
export function GoalArrival({ row, ahead }: RowProps & { readonly ahead: GoalAhead | null }) {
  if (row.route.kind === 'unread') return null;
  if (ahead === null) {
    return (
      <>
        <span className={styles.main} aria-busy="true">
          <Skeleton width={88} />
        </span>
        <span className={styles.line}>
          <Skeleton width={176} height={10} />
          <VisuallyHidden>Simulating the arrival</VisuallyHidden>
        </span>
      </>
    );
  }
  return (
    <>
      <b className={styles.main}>{ahead.words.main}</b>
      <span className={styles.line}>{ahead.words.sub}</span>
    </>
  );
}

export function GoalNeed({ row }: RowProps) {
  return (
    <>
      <b className={styles.main}>{row.need.main}</b>
      <span className={styles.line}>{row.need.sub}</span>
    </>
  );
}
