import type { ReactNode } from 'react';
import { Chevron } from './icons.tsx';
import styles from './stepper.module.css';

type Step = { readonly label: string; /** Null where there is nowhere to go. */ readonly onPress: (() => void) | null };

/** Previous, what is chosen, next. The middle is a `MenuButton` or `PopoverButton`, which loses its own border here. */
export function Stepper({
  label,
  previous,
  next,
  children,
}: {
  readonly label: string;
  readonly previous: Step;
  readonly next: Step;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <StepButton step={previous} direction="left" />
      <div className={styles.middle}>{children}</div>
      <StepButton step={next} direction="right" />
    </div>
  );
}

function StepButton({ step, direction }: { readonly step: Step; readonly direction: 'left' | 'right' }) {
  return (
    <button type="button" aria-label={step.label} disabled={step.onPress === null} onClick={step.onPress ?? undefined}>
      <Chevron direction={direction} />
    </button>
  );
}
