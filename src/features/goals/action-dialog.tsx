import { useEffect, useRef, useState } from 'react';
import type { Minute } from '../../contract/minutes.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import styles from '../../parts/annotation-form.module.css';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ActionForm } from './action-form.tsx';
import type { GoalsModel } from './goals-model.ts';

type Props = {
  readonly model: GoalsModel;
  /** Of the goal in focus: chosen until another is. */
  readonly indicator: string | null;
  readonly onClose: () => void;
};

/** Adds an action to the minutes of the review of the week in view, or of the next one where that is closed. */
export function ActionDialog({ model, indicator, onClose }: Props) {
  const { card, formats } = model;
  const [elsewhere, setElsewhere] = useState<Minute | null>(null);
  const week = Math.min(card.week, card.latest ?? card.week);
  const onSaved = (minute: Minute): void => {
    if (parseIsoWeek(minute.week) === week) onClose();
    else setElsewhere(minute);
  };
  const other = elsewhere === null ? null : parseIsoWeek(elsewhere.week);
  return (
    <Dialog title="Add an action" onClose={onClose}>
      {other === null ? (
        <ActionForm model={model} indicator={indicator} week={week} onSaved={onSaved} onClose={onClose} />
      ) : (
        <Elsewhere
          words={`The review of ${formats.weekName(week)} is closed: the action stands in the minutes of ${formats.weekName(other)}.`}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

/** The action stands where nobody asked for it: that is said before the dialog goes. */
function Elsewhere({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
  const ref = useRef<HTMLButtonElement>(null);
  // The button that had the focus went with the form.
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className={styles.form}>
      <p role="status">{words}</p>
      <Button ref={ref} kind="primary" onClick={onClose}>
        Good
      </Button>
    </div>
  );
}
