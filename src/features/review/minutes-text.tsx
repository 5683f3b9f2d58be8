import type { KeyboardEvent } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './minutes-text.module.css';

type Props = {
  readonly id: string;
  /** Stands in the empty field. */
  readonly label: string;
  /** The key that brings the focus here. */
  readonly shortcut: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  /** Enter alone; without it Enter begins a new line. Shift and Enter always does. */
  readonly onEnter?: (() => void) | undefined;
  readonly rows?: number;
  readonly look?: 'plain' | 'inset';
  readonly state?: 'as-usual' | 'locked';
  readonly focusFirst?: boolean;
};

/** A field for words of any length, as high as they are. */
export function MinutesText({
  id,
  label,
  shortcut,
  value,
  onChange,
  onLeave,
  onEnter,
  rows = 1,
  look = 'plain',
  state = 'as-usual',
  focusFirst = false,
}: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') event.currentTarget.blur();
    // While a word is being composed (Japanese, accents), Enter takes the word.
    if (event.key !== 'Enter' || event.shiftKey || onEnter === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className={cx(styles.field, look === 'inset' ? styles.inset : null)}>
      <textarea
        ref={focusFirst ? takeFocus : null}
        id={id}
        className={styles.text}
        value={value}
        rows={Math.max(rows, value.split('\n').length)}
        maxLength={8000}
        readOnly={state === 'locked'}
        placeholder=" "
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
        {shortcut === null ? null : (
          <span aria-hidden="true" className={styles.key}>
            <Kbd>{shortcut}</Kbd>
          </span>
        )}
      </label>
    </div>
  );
}

/** Once, when the field appears because it was asked for. */
function takeFocus(field: HTMLTextAreaElement | null): void {
  if (field === null || field.dataset['focused'] === 'once') return;
  field.dataset['focused'] = 'once';
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
