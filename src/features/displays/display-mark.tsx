import { cx } from '../../ui/cx.ts';
import { Mark } from '../../ui/mark.tsx';
import type { DisplayState } from './display-words.ts';
import styles from './fleet.module.css';

/** Shape and word of a display's state: told apart without colour. */
export function DisplayMark({ state: { shape, word, tone, more } }: { readonly state: DisplayState }) {
  return (
    <>
      <span className={cx(styles.state, styles[tone])}>
        <Mark shape={shape} />
        {word}
      </span>
      {more === null ? null : <span className={styles.second}>{more}</span>}
    </>
  );
}
