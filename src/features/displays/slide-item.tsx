import { useId, type KeyboardEvent } from 'react';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { SlideFields } from '../../state/display-drafts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './display-form.module.css';
import type { SlideField } from './display-problems.ts';
import { SlideContent } from './slide-content.tsx';
import { SlideTimes } from './slide-times.tsx';
import { TextInput } from './text-input.tsx';

type Props = {
  readonly slide: SlideFields;
  readonly name: string;
  readonly place: { readonly index: number; readonly count: number };
  readonly problems: Readonly<Partial<Record<SlideField, string>>>;
  /** Indicators that a trend may show. */
  readonly choices: readonly Indicator[];
  readonly locale: string;
  readonly onChange: (slide: SlideFields) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One slide: what it shows, how long and when, and its place in the order (Alt with an arrow key moves it too). */
export function SlideItem(props: Props) {
  const { slide, name, place, problems, choices, locale, onChange, onMove, onRemove } = props;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    // There Alt with an arrow opens what can be chosen.
    if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for what its buttons do
    <li className={styles.slide} data-slide={slide.id} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles.slideHead}>
        <h3 id={id} className={styles.slideName}>
          {place.index + 1}. {name}
        </h3>
        <Button
          data-at="up"
          aria-label={`Move ${name} up`}
          aria-disabled={place.index === 0}
          aria-keyshortcuts="Alt+ArrowUp"
          className={styles.small}
          onClick={() => onMove(-1)}
        >
          Up
        </Button>
        <Button
          data-at="down"
          aria-label={`Move ${name} down`}
          aria-disabled={place.index === place.count - 1}
          aria-keyshortcuts="Alt+ArrowDown"
          className={styles.small}
          onClick={() => onMove(1)}
        >
          Down
        </Button>
        <Button kind="link" aria-label={`Take ${name} out`} onClick={onRemove}>
          Take out
        </Button>
      </div>
      <div className={styles.row}>
        <SlideContent slide={slide} problems={problems} choices={choices} onChange={onChange} />
        <div className={styles.seconds}>
          <TextInput
            label="Seconds"
            data-at="first"
            problem={problems.seconds}
            value={slide.seconds}
            inputMode="numeric"
            maxLength={3}
            onText={(seconds) => onChange({ ...slide, seconds })}
          />
        </div>
        <SlideTimes slide={slide} problem={problems.times ?? null} locale={locale} onChange={onChange} />
      </div>
    </li>
  );
}
