import { useState, type ComponentPropsWithRef } from 'react';
import { Button } from './button.tsx';
import styles from './form.module.css';

type Props = Omit<ComponentPropsWithRef<'input'>, 'type' | 'autoComplete'> & {
  /** Tells password managers whether to fill one in or to propose one. */
  readonly autoComplete: 'current-password' | 'new-password';
};

/** A password, hidden until somebody wants to see it. Pasting stays possible, for password managers. */
export function PasswordInput(props: Props) {
  const [shown, setShown] = useState<'hidden' | 'shown'>('hidden');
  return (
    <span className={styles.row}>
      <input {...props} type={shown === 'shown' ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <Button
        aria-pressed={shown === 'shown'}
        aria-label="Show the password"
        onClick={() => setShown(shown === 'shown' ? 'hidden' : 'shown')}
      >
        {shown === 'shown' ? 'Hide' : 'Show'}
      </Button>
    </span>
  );
}
