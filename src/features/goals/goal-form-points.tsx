import type { Formats } from '../../domain/format.ts';
import notes from '../../parts/form-notes.module.css';
import type { PointText } from '../../state/goal-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from './goal-form-field.tsx';
import { weekOfText } from './goal-form-fields.ts';
import styles from './goal-form.module.css';

type PointProps = {
  /** "Baseline", "Milestone 1". */
  readonly label: string;
  readonly point: PointText;
  readonly problem?: string | undefined;
  readonly formats: Formats;
  readonly onChange: (point: PointText) => void;
};

/** A value in a week; the week is named by any day of it, because weeks alone can be chosen in few browsers. */
export function PointFields({ label, point, problem, formats, onChange }: PointProps) {
  return (
    <>
      <Field label={`${label}, value`} problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            inputMode="decimal"
            value={point.value}
            maxLength={16}
            autoComplete="off"
            onChange={(event) => onChange({ ...point, value: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={`${label}, week of`} hint={weekHint(point.day, formats)}>
        {(attributes) => (
          <input
            {...attributes}
            type="date"
            value={point.day}
            aria-invalid={problem !== undefined}
            onChange={(event) => onChange({ ...point, day: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}

/** "Week 46 · 9–15 Nov 2026" of a day; null where none stands. */
export function weekHint(day: string, formats: Formats): string | null {
  const week = weekOfText(day);
  return week === null ? null : formats.week(week);
}

const MOST = 12;

type MilestonesProps = {
  readonly points: readonly PointText[];
  readonly problem?: string | undefined;
  readonly formats: Formats;
  readonly onChange: (points: readonly PointText[]) => void;
};

/** Values on the way; the plan runs from one to the next. */
export function Milestones({ points, problem, formats, onChange }: MilestonesProps) {
  return (
    <fieldset className={notes.group} data-field="milestones">
      <legend>Milestones, if there are any</legend>
      {points.map((point, index) => {
        const label = `Milestone ${index + 1}`;
        return (
          <div key={label} className={styles.row}>
            <PointFields
              label={label}
              point={point}
              problem={index === 0 ? problem : undefined}
              formats={formats}
              onChange={(next) => onChange(points.with(index, next))}
            />
            <Button
              kind="link"
              className={styles.remove}
              aria-label={`Remove milestone ${index + 1}`}
              onClick={() => onChange(points.toSpliced(index, 1))}
            >
              Remove
            </Button>
          </div>
        );
      })}
      {points.length < MOST ? (
        <p>
          <Button kind="link" onClick={() => onChange([...points, { value: '', day: '' }])}>
            Add a milestone
          </Button>
        </p>
      ) : null}
    </fieldset>
  );
}
