import { NameField, useName } from '../../parts/name-field.tsx';
import styles from './minutes.module.css';

/** Asks who writes. The name is whole when its field is left, not with its first letter. */
export function MinutesName({ onNamed }: { readonly onNamed: () => void }) {
  const name = useName();
  const named = (): void => {
    if (name !== '') onNamed();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears that its own field is left; nothing to press
    <form
      className={styles.name}
      onBlur={named}
      onSubmit={(event) => {
        event.preventDefault();
        named();
      }}
    >
      <NameField />
    </form>
  );
}
