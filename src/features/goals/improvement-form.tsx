import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { causesQuery } from '../../api/indicator-queries.ts';
import type { Improvement } from '../../contract/improvements.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { Button } from '../../ui/button.tsx';
import styles from './goal-form.module.css';
import { improvementFields, wordsOfFields } from './improvement-fields.ts';
import { ImprovementInputs } from './improvement-inputs.tsx';
import { differenceWords } from './improvement-words.ts';
import { useSaveImprovement, type ImprovementSent } from './improvement-writes.ts';

export type ImprovementFormProps = {
  /** null: a new one. */
  readonly improvement: Improvement | null;
  /** Of the goal in focus: chosen until another is. */
  readonly indicator: string | null;
  readonly team: string | null;
  readonly teams: readonly Team[];
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly onClose: () => void;
};

/** What was or shall be improved: what, by whom, where, against which cause, and since when. */
export function ImprovementForm({ improvement, indicator, team, teams, card, formats, onClose }: ImprovementFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const name = useName();
  const { data } = useQuery(causesQuery());
  const [id] = useState(() => improvement?.id ?? crypto.randomUUID());
  const [revision, setRevision] = useState(improvement?.revision ?? null);
  const [fields, setFields] = useState(() => improvementFields(improvement, indicator, team));
  const [tries, setTries] = useState(0);
  const [theirs, setTheirs] = useState<Improvement | 'withdrawn' | null>(null);
  const onSent = (sent: ImprovementSent): void => {
    if (sent.kind === 'kept') onClose();
    else {
      setTheirs(sent.standing ?? 'withdrawn');
      if (sent.standing !== null) setRevision(sent.standing.revision);
    }
  };
  const saving = useSaveImprovement(onSent);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const causes = data?.causes ?? [];
  const words = wordsOfFields(fields);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (words !== null && name !== '' && !saving.isPending) saving.mutate({ id, revision, author: name, words });
      }}
    >
      <ImprovementInputs
        fields={fields}
        problems={tries > 0 ? 'shown' : 'hidden'}
        causes={causes}
        {...{ team, teams, card, formats }}
        onChange={(change) => setFields({ ...fields, ...change })}
      />
      <NameField />
      {tries > 0 && name === '' ? <p className={styles.problem}>Say under which name you write.</p> : null}
      {theirs === null ? null : (
        <p role="alert" className={styles.problem}>
          {theirs === 'withdrawn' || words === null
            ? 'Somebody withdrew this improvement meanwhile. What you typed stands here until you close it.'
            : `${theirs.changedBy ?? 'Somebody'} changed it meanwhile: ${differenceWords(theirs, words, { causes, indicators: card.indicators, formats })}. What you typed stands here; kept once more, it replaces theirs.`}
        </p>
      )}
      {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The improvement was not kept." />}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={saving.isPending || theirs === 'withdrawn'}>
          {saving.isPending ? 'Keeping …' : improvement === null ? 'Add the improvement' : 'Keep the change'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
