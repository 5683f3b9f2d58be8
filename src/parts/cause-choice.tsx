import { useQuery } from '@tanstack/react-query';
import { causesQuery } from '../api/indicator-queries.ts';

/** What an action is meant for: one of both, or none. */
export type CauseLink = { readonly cause: string | null; readonly improvement: string | null };

type Props = {
  readonly value: CauseLink;
  readonly onChange: (value: CauseLink) => void;
  readonly onLeave?: (() => void) | undefined;
  readonly className?: string | undefined;
};

/** One list of causes and improvements, because an action is meant for one of them. */
export function CauseChoice({ value, onChange, onLeave, className }: Props) {
  const { data } = useQuery(causesQuery());
  const { cause, improvement } = value;
  const chosen = cause !== null ? `cause:${cause}` : improvement !== null ? `improvement:${improvement}` : '';
  const choose = (choice: string): void => {
    const link = choice.slice(choice.indexOf(':') + 1);
    onChange({
      cause: choice.startsWith('cause:') ? link : null,
      improvement: choice.startsWith('improvement:') ? link : null,
    });
  };
  // A link to what is gone since then stays readable, and is not taken away unasked.
  const isKnown =
    chosen === '' ||
    data?.causes.some(({ id }) => id === cause) === true ||
    data?.improvements.some(({ id }) => id === improvement) === true;
  return (
    <label className={className}>
      For the cause or improvement
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)} onBlur={onLeave}>
        <option value="">None</option>
        {isKnown ? null : <option value={chosen}>{cause ?? improvement}</option>}
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
