import { useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './form.module.css';

type Props = { readonly label: string; readonly value: string; readonly hint?: string };

/** Something to hand on, with the way to copy it; where the browser keeps its clipboard shut it is selected to be copied by hand. */
export function CopyField({ label, value, hint = '' }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied');
    } catch {
      setSaid('Selected: copy it with Ctrl C, on a Mac ⌘ C');
    }
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.row}>
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          aria-describedby={hint === '' ? undefined : `${id}hint`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>Copy</Button>
      </span>
      {hint === '' ? null : (
        <p id={`${id}hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <p role="status" className={styles.hint}>
        {said}
      </p>
    </div>
  );
}
