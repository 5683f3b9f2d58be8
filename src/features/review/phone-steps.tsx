import type { Step } from '../../reading/review-steps.ts';
import { Button } from '../../ui/button.tsx';
import { nextWords } from './review-words.ts';
import styles from './review.module.css';

type Props = {
  readonly next: Step | null;
  readonly previous: Step | null;
  readonly onStep: (by: 1 | -1, at: number) => void;
};

/** On a phone the keys are two buttons. */
export function PhoneSteps({ next, previous, onStep }: Props) {
  return (
    <div className={styles.steps}>
      <Button disabled={previous === null} onClick={(event) => onStep(-1, event.timeStamp)}>
        Previous
      </Button>
      <Button kind="primary" disabled={next === null} onClick={(event) => onStep(1, event.timeStamp)}>
        {nextWords(next)}
      </Button>
    </div>
  );
}
