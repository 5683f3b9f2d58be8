import { useId } from 'react';
import type { Formats } from '../../domain/format.ts';
import { useMay } from '../../parts/use-session.ts';
import type { ActionRow } from '../../reading/goal-actions.ts';
import { cx } from '../../ui/cx.ts';
import { ActionPanel } from './action-panel.tsx';
import styles from './actions-section.module.css';

type Props = {
  readonly row: ActionRow;
  readonly formats: Formats;
  readonly columns: number;
  readonly state: 'open' | 'shut';
  readonly onToggle: () => void;
  readonly onDone: () => void;
};

/** An open action; a press on its state opens the panel in which progress and state are changed. */
export function ActionTableRow({ row, formats, columns, state, onToggle, onDone }: Props) {
  const panel = useId();
  const mayChange = useMay()('changeMinute', row.minute.teams);
  const isOpen = mayChange && state === 'open';
  return (
    <>
      <tr>
        <th scope="row">{row.text}</th>
        <td data-label="Component">{row.componentName}</td>
        <td data-label="Goal">{row.goal}</td>
        <td data-label="Owner" title={row.ownerInFull}>
          {row.owner}
        </td>
        <td data-label="Due" className={styles.number}>
          {row.due}
        </td>
        <td data-label="Expected gain" className={cx(styles.number, styles.end)}>
          {row.expected}
        </td>
        <td data-label="State">
          {mayChange ? (
            <button
              type="button"
              className={cx(styles.press, row.state.look === 'late' ? styles.late : null)}
              aria-expanded={isOpen}
              aria-controls={isOpen ? panel : undefined}
              aria-label={`${row.state.words}: change ${row.text}`}
              onClick={onToggle}
            >
              {row.state.words}
            </button>
          ) : (
            <span className={cx(row.state.look === 'late' ? styles.late : null)}>{row.state.words}</span>
          )}
          {row.state.progress === '' ? null : <span className={styles.progress}>{row.state.progress}</span>}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns} id={panel} className={styles.panelCell}>
            <ActionPanel minute={row.minute} formats={formats} onDone={onDone} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
