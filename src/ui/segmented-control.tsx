import { useId } from 'react';
import styles from './segmented-control.module.css';

export type SegmentOption<T extends string> = { readonly value: T; readonly label: string };

/** One choice of a few, all in sight. Real radio buttons, so the arrow keys, forms and readers know them. */
export function SegmentedControl<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  /** Shown before the options, and the name of the group. */
  readonly label: string;
  readonly options: ReadonlyArray<SegmentOption<T>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className={styles.group} role="radiogroup" aria-labelledby={`${id}l`}>
      <span className={styles.label} id={`${id}l`}>
        {label}
      </span>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
