import { setAppendix, usePreferences } from '../../state/preferences.ts';
import styles from './print-choice.module.css';

/** Whether a print carries the tables after its two pages; stands beside the button that prints. */
export function PrintChoice() {
  const appendix = usePreferences((preferences) => preferences.appendix);
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={appendix === 'tables'}
        onChange={(event) => setAppendix(event.currentTarget.checked ? 'tables' : 'none')}
      />
      with tables
    </label>
  );
}
