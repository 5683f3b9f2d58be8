import { useState, type ReactNode } from 'react';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ActionTableRow } from './action-row.tsx';
import styles from './actions-section.module.css';
import type { GoalsModel } from './goals-model.ts';
import regions from './goals.module.css';
import { useActionRows } from './use-action-rows.ts';

type Props = {
  readonly model: GoalsModel;
  /** Whose they are. */
  readonly name: string;
  /** The button where the head of the page has no room for it. */
  readonly add: ReactNode;
};

const COLUMNS = ['Action', 'Component', 'Goal', 'Owner', 'Due', 'Expected gain', 'State'] as const;

/** What was agreed for this team in any review and is not done yet. */
export function ActionsSection({ model, name, add }: Props) {
  const actions = useActionRows(model);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={styles.section} aria-labelledby="open-actions">
      <div className={styles.head}>
        <h2 id="open-actions" className={regions.heading}>
          Open actions
        </h2>
        {add}
      </div>
      {actions.kind === 'loading' ? (
        <>
          <Skeleton width="100%" height={26 + 3 * 34} />
          <VisuallyHidden>Loading</VisuallyHidden>
        </>
      ) : null}
      {actions.kind === 'failed' ? <Failure error={actions.error} onRetry={actions.retry} /> : null}
      {actions.kind === 'read' && actions.rows.length === 0 ? (
        <p className={regions.quiet}>No open action for {name}.</p>
      ) : null}
      {actions.kind === 'read' && actions.rows.length > 0 ? (
        <table className={styles.table} aria-labelledby="open-actions">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={column === 'Expected gain' ? styles.end : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.rows.map((row) => (
              <ActionTableRow
                key={row.minute.id}
                row={row}
                formats={model.formats}
                columns={COLUMNS.length}
                state={open === row.minute.id ? 'open' : 'shut'}
                onToggle={() => setOpen(open === row.minute.id ? null : row.minute.id)}
                onDone={() => setOpen(null)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const reference = referenceOf(error);
  return (
    <div role="alert" className={regions.quiet}>
      <p>
        <b>The actions could not be read.</b> {wordsOf(error)}
        {reference === null ? null : ` Reference ${reference}`}
      </p>
      <Button kind="link" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
