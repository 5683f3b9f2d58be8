import { useState } from 'react';
import type { Minute } from '../../contract/minutes.ts';
import type { WeekNumber } from '../../domain/week.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import styles from '../../parts/annotation-form.module.css';
import { CauseChoice, type CauseLink } from '../../parts/cause-choice.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import { Button } from '../../ui/button.tsx';
import { useAddAction } from './action-writes.ts';
import type { GoalsModel } from './goals-model.ts';

type Props = {
  readonly model: GoalsModel;
  /** Of the goal in focus: chosen until another is. */
  readonly indicator: string | null;
  /** In whose minutes it shall stand. */
  readonly week: WeekNumber;
  readonly onSaved: (minute: Minute) => void;
  readonly onClose: () => void;
};

/** What is to be done for a goal, by whom and until when. */
export function ActionForm({ model, indicator, week, onSaved, onClose }: Props) {
  const { card, formats, team, list } = model;
  const name = useName();
  const [id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [goal, setGoal] = useState(indicator ?? '');
  const [link, setLink] = useState<CauseLink>({ cause: null, improvement: null });
  const [expected, setExpected] = useState('');
  const saving = useAddAction({ week, teams: team === null ? [] : [team] }, onSaved);
  const gain = gainOf(expected);
  const ready =
    text.trim() !== '' && owner.trim() !== '' && due !== '' && gain !== 'no number' && name !== '' && !saving.isPending;
  const chosen = card.indicators.get(goal);
  const unit = chosen?.unit === 'percent' ? 'percentage points' : 'in the unit of the figure';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        saving.mutate({
          id,
          indicator: goal === '' ? null : goal,
          text: text.trim(),
          author: name,
          action: { owner: owner.trim(), due, ...link, state: 'open', expected: gain, progress: null },
        });
      }}
    >
      <label className={styles.wide}>
        What is to be done
        <input
          data-first-focus
          value={text}
          maxLength={400}
          required
          placeholder="Count the fastest movers every night"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div className={styles.row}>
        <label>
          Owner
          <input
            value={owner}
            maxLength={80}
            required
            autoComplete="off"
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
        </label>
        <label>
          Due
          <input type="date" value={due} required onChange={(event) => setDue(event.currentTarget.value)} />
        </label>
      </div>
      <div className={styles.row}>
        <label>
          Goal
          <select value={goal} onChange={(event) => setGoal(event.currentTarget.value)}>
            <option value="">None</option>
            {list.rows.map(({ goal: each, name: called }) => (
              <option key={each.id} value={each.indicator}>
                {called}
              </option>
            ))}
          </select>
        </label>
        <label>
          Expected gain, {unit}
          <input
            inputMode="decimal"
            value={expected}
            maxLength={12}
            placeholder="none yet"
            aria-invalid={gain === 'no number'}
            onChange={(event) => setExpected(event.currentTarget.value)}
          />
        </label>
      </div>
      <CauseChoice value={link} onChange={setLink} className={styles.wide} />
      <NameField />
      <p>Stands in the minutes of {formats.weekName(week)}.</p>
      {gain === 'no number' ? <p className={styles.failure}>The expected gain is a number, such as 0.4.</p> : null}
      {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The action was not kept." />}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={!ready}>
          {saving.isPending ? 'Keeping …' : 'Add the action'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}

/** A number with its sign, as people write it; null where nothing stands. */
function gainOf(text: string): number | null | 'no number' {
  const plain = text.trim().replace('\u2212', '-').replace(',', '.').replace(/^\+/, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : 'no number';
}
