import { useState } from 'react';
import type { NewAnnotation } from '../contract/annotations.ts';
import type { Team } from '../contract/teams.ts';
import type { Formats } from '../domain/format.ts';
import { isoDate, mondayOf, parseIsoDate, weekOfDay, type WeekNumber } from '../domain/week.ts';
import { scopeName } from '../reading/team-tree.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AnnotationFailure } from './annotation-failure.tsx';
import { useAddAnnotation } from './annotation-writes.ts';
import { Choices } from './annotation-choices.tsx';
import styles from './annotation-form.module.css';
import { NameField, useName } from './name-field.tsx';
import { useMay } from './use-session.ts';

type Props = {
  readonly indicator: { readonly id: string; readonly name: string };
  readonly teams: readonly Team[];
  /** Teams in view. */
  readonly chosen: readonly string[];
  /** In view: its Monday is the date until another is given. */
  readonly week: WeekNumber;
  readonly formats: Formats;
  readonly onClose: () => void;
};

type Kind = Extract<NewAnnotation['kind'], 'note' | 'improvement'>;

/** Something that happened on a day: what, when, and whom it concerns. */
export function AnnotateDialog({ indicator, teams, chosen, week, formats, onClose }: Props) {
  const name = useName();
  const mayForAll = useMay()('addAnnotation', []);
  const [text, setText] = useState('');
  const [date, setDate] = useState<string>(isoDate(mondayOf(week)));
  const [about, setAbout] = useState<'this' | 'all'>('this');
  const [whose, setWhose] = useState<'chosen' | 'all'>(chosen.length === 1 ? 'chosen' : 'all');
  const [kind, setKind] = useState<Kind>('note');
  const saving = useAddAnnotation(onClose);
  const day = parseIsoDate(date);
  const [team = null] = chosen;
  const ready = text.trim() !== '' && day !== null && name !== '' && !saving.isPending;
  return (
    <Dialog title={`Annotate ${indicator.name}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          saving.mutate({
            date,
            text: text.trim(),
            indicator: about === 'this' ? indicator.id : null,
            team: whose === 'chosen' ? team : null,
            kind,
            author: name,
            reason: null,
          });
        }}
      >
        <label className={styles.wide}>
          What happened
          <input
            data-first-focus
            value={text}
            maxLength={120}
            required
            placeholder="Carrier change"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div className={styles.row}>
          <label>
            Date
            <input type="date" value={date} required onChange={(event) => setDate(event.currentTarget.value)} />
          </label>
          <span className={styles.week}>{day === null ? 'No such day' : formats.week(weekOfDay(day))}</span>
        </div>
        <Choices
          legend="Concerns"
          value={about}
          options={[
            { value: 'this', label: indicator.name },
            { value: 'all', label: 'All indicators' },
          ]}
          onChange={setAbout}
        />
        {chosen.length === 1 ? (
          <Choices
            legend="Whose"
            value={whose}
            options={[
              { value: 'chosen', label: scopeName(teams, chosen) },
              ...(mayForAll ? [{ value: 'all', label: 'All teams' } as const] : []),
            ]}
            onChange={setWhose}
          />
        ) : null}
        <Choices
          legend="What it is"
          value={kind}
          options={[
            { value: 'note', label: 'A note' },
            { value: 'improvement', label: 'An improvement' },
          ]}
          onChange={setKind}
        />
        <NameField />
        {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The annotation was not kept." />}
        <p className={styles.actions}>
          <Button kind="primary" type="submit" disabled={!ready}>
            {saving.isPending ? 'Keeping …' : 'Annotate'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  );
}
