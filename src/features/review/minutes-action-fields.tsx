import { useId } from 'react';
import type { Review } from '../../contract/reviews.ts';
import { CauseChoice } from '../../parts/cause-choice.tsx';
import { useName } from '../../parts/name-field.tsx';
import type { EntryWords } from '../../state/drafts.ts';
import styles from './minutes.module.css';

type Details = NonNullable<EntryWords['action']>;

type Props = {
  readonly review: Review;
  readonly value: Details;
  readonly onChange: (value: Details) => void;
  readonly onLeave?: () => void;
};

/** Who, until when, and the cause or improvement that the action is meant for. */
export function MinutesActionFields({ review, value, onChange, onLeave }: Props) {
  const id = useId();
  const owners = knownOwners(review, useName());
  return (
    <div className={styles.fields}>
      <label>
        Owner
        <input
          value={value.owner}
          list={`${id}owners`}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, owner: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </label>
      <datalist id={`${id}owners`}>
        {owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <label>
        Due
        <input
          type="date"
          value={value.due}
          onChange={(event) => onChange({ ...value, due: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </label>
      <CauseChoice
        value={value}
        onChange={(link) => onChange({ ...value, ...link })}
        onLeave={onLeave}
        className={styles.linked}
      />
    </div>
  );
}

function knownOwners({ minutes, carried }: Review, name: string): readonly string[] {
  const owners = [...minutes, ...carried].flatMap(({ action }) => (action === null ? [] : [action.owner]));
  return [...new Set([...owners, ...(name === '' ? [] : [name])])].sort((a, b) => a.localeCompare(b));
}
