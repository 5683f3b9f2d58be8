import type { ReactNode } from 'react';
import type { Step } from '../../reading/review-steps.ts';
import { Button } from '../../ui/button.tsx';
import { nextWords } from './review-words.ts';
import styles from './review.module.css';

type Props = {
  readonly next: Step | null;
  readonly previous: Step | null;
  readonly onStep: (by: 1 | -1, at: number) => void;
  readonly count: number;
  readonly list: ReactNode;
};

/** On a phone the keys are two buttons, and the list of the exceptions opens where it is wanted. */
export function PhoneSteps({ next, previous, onStep, count, list }: Props) {
  return (
    <>
      <div className={styles.steps}>
        <Button disabled={previous === null} onClick={(event) => onStep(-1, event.timeStamp)}>
          Previous
        </Button>
        <Button kind="primary" disabled={next === null} onClick={(event) => onStep(1, event.timeStamp)}>
          {nextWords(next)}
        </Button>
      </div>
      {count === 0 ? null : (
        <details className={styles.folded}>
          <summary>All {count} exceptions</summary>
          {list}
        </details>
      )}
    </>
  );
}
