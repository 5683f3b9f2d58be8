import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { causesQuery } from '../../api/indicator-queries.ts';
import type { Review } from '../../contract/reviews.ts';
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
      <Linked value={value} onChange={onChange} onLeave={onLeave} />
    </div>
  );
}

/** One list of causes and improvements, because an action is meant for one of them. */
function Linked({ value, onChange, onLeave }: Pick<Props, 'value' | 'onChange'> & { onLeave: Props['onLeave'] }) {
  const { data } = useQuery(causesQuery());
  const chosen =
    value.cause !== null
      ? `cause:${value.cause}`
      : value.improvement !== null
        ? `improvement:${value.improvement}`
        : '';
  const choose = (choice: string): void => {
    const link = choice.slice(choice.indexOf(':') + 1);
    onChange({
      ...value,
      cause: choice.startsWith('cause:') ? link : null,
      improvement: choice.startsWith('improvement:') ? link : null,
    });
  };
  const isKnown =
    chosen === '' ||
    data?.causes.some(({ id }) => id === value.cause) === true ||
    data?.improvements.some(({ id }) => id === value.improvement) === true;
  return (
    <label className={styles.linked}>
      For the cause or improvement
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)} onBlur={onLeave}>
        <option value="">None</option>
        {isKnown ? null : <option value={chosen}>{value.cause ?? value.improvement}</option>}
        {data === undefined || data.causes.length === 0 ? null : (
          <optgroup label="Causes">
            {data.causes.map(({ id, name }) => (
              <option key={id} value={`cause:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {data === undefined || data.improvements.length === 0 ? null : (
          <optgroup label="Improvements">
            {data.improvements.map(({ id, title }) => (
              <option key={id} value={`improvement:${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

function knownOwners({ minutes, carried }: Review, name: string): readonly string[] {
  const owners = [...minutes, ...carried].flatMap(({ action }) => (action === null ? [] : [action.owner]));
  return [...new Set([...owners, ...(name === '' ? [] : [name])])].sort((a, b) => a.localeCompare(b));
}
