import { Button } from '../ui/button.tsx';
import styles from './form-notes.module.css';

type Props = { readonly origin: 'restored' | 'fresh'; readonly onForget: () => void };

/** Says of a form that holds what was typed before a reload that it does, and lets it go. */
export function TypedBefore({ origin, onForget }: Props) {
  if (origin === 'fresh') return null;
  return (
    <p className={styles.says}>
      What you typed before still stands here and is not kept yet.{' '}
      <Button kind="link" onClick={onForget}>
        Start over
      </Button>
    </p>
  );
}
