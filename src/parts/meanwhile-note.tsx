import type { FormDraft } from '../state/form-drafts.ts';
import { Button } from '../ui/button.tsx';
import styles from './form-notes.module.css';

type Props<Fields> = {
  readonly draft: FormDraft<Fields>;
  /** What was changed: `goal`. */
  readonly what: string;
  readonly names: Readonly<Record<Extract<keyof Fields, string>, string>>;
  /** What a field says, in words. */
  readonly text: (field: Extract<keyof Fields, string>, fields: Fields) => string;
  readonly onSettle: (field: Extract<keyof Fields, string>, whose: 'mine' | 'theirs') => void;
};

/** What somebody else changed while this was typed: what was taken in, and what a person has to choose. */
export function MeanwhileNote<Fields>({ draft, what, names, text, onSettle }: Props<Fields>) {
  const { meanwhile, base, mine } = draft;
  if (meanwhile === null) return null;
  const { by, taken, clashes } = meanwhile;
  return (
    <div className={styles.note} role="group" aria-label={`What ${by} changed meanwhile`}>
      <p role="status">
        {by} changed this {what} meanwhile.
        {taken.length === 0
          ? ''
          : ` Taken in: ${taken.map((field) => `${names[field].toLowerCase()} ${text(field, base)}`).join('; ')}.`}
        {clashes.length === 0
          ? ' Save once more to keep both.'
          : ' Both of you changed what follows: choose which holds.'}
      </p>
      {clashes.map((field) => (
        <fieldset key={field} className={styles.group} data-clash>
          <legend>{names[field]}</legend>
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

/** Takes the focus to the first thing that has to be settled, in the order of the form. */
export function focusFirst(form: HTMLFormElement | null): void {
  form
    ?.querySelector<HTMLElement>('[data-clash] button, [aria-invalid="true"], input[autocomplete="name"][required]')
    ?.focus();
}
