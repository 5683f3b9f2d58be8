import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import type { GoalDraft, GoalField, GoalFields } from '../../state/goal-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { wordsOf } from './goal-form-fields.ts';
import { FIELD_NAMES, fieldText } from './goal-form-words.ts';
import styles from './goal-form.module.css';

type Props = {
  readonly draft: GoalDraft;
  readonly team: string | null;
  readonly indicator: Indicator | null;
  readonly formats: Formats;
  readonly onSettle: (field: GoalField, whose: 'mine' | 'theirs') => void;
};

/** What somebody else changed while this was typed: what was taken in, and what a person has to choose. */
export function MeanwhileNote({ draft, team, indicator, formats, onSettle }: Props) {
  const { meanwhile, base, mine } = draft;
  if (meanwhile === null) return null;
  const { by, taken, clashes } = meanwhile;
  const text = (field: GoalField, fields: GoalFields): string =>
    fieldText(field, wordsOf(fields, team), indicator, formats);
  return (
    <div className={styles.note} role="group" aria-label={`What ${by} changed meanwhile`}>
      <p role="status">
        {by} changed this goal meanwhile.
        {taken.length === 0
          ? ''
          : ` Taken in: ${taken.map((field) => `${FIELD_NAMES[field].toLowerCase()} ${text(field, base)}`).join('; ')}.`}
        {clashes.length === 0
          ? ' Save once more to keep both.'
          : ' Both of you changed what follows: choose which holds.'}
      </p>
      {clashes.map((field) => (
        <fieldset key={field} className={styles.group} data-clash>
          <legend>{FIELD_NAMES[field]}</legend>
          <p className={styles.row}>
            <Button onClick={() => onSettle(field, 'mine')}>Mine: {text(field, mine)}</Button>
            <Button onClick={() => onSettle(field, 'theirs')}>
              {by}: {text(field, base)}
            </Button>
          </p>
        </fieldset>
      ))}
    </div>
  );
}
