import type { SlideFields } from '../../state/display-drafts.ts';
import { cx } from '../../ui/cx.ts';
import forms from '../../ui/form.module.css';
import styles from './display-form.module.css';
import { weekdayNames } from './slide-words.ts';
import { TextInput } from './text-input.tsx';

type Props = {
  readonly slide: SlideFields;
  readonly problem: string | null;
  readonly locale: string;
  readonly onChange: (slide: SlideFields) => void;
};

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** On which weekdays and between which hours a slide is shown; the hours may go over midnight. */
export function SlideTimes({ slide, problem, locale, onChange }: Props) {
  const weekday = weekdayNames(locale);
  const { days } = slide;
  return (
    <>
      <label className={cx(forms.check, styles.times)}>
        <input
          type="checkbox"
          checked={slide.when === 'at-times'}
          onChange={(event) => onChange({ ...slide, when: event.currentTarget.checked ? 'at-times' : 'always' })}
        />
        Only on certain days and hours
      </label>
      {slide.when === 'always' ? null : (
        <div className={cx(styles.row, styles.whole)}>
          <fieldset className={styles.days}>
            <legend>Days</legend>
            {DAYS.map((day) => (
              <label key={day} className={forms.check}>
                <input
                  type="checkbox"
                  checked={days.includes(day)}
                  onChange={() =>
                    onChange({
                      ...slide,
                      days: days.includes(day) ? days.filter((other) => other !== day) : [...days, day].sort(),
                    })
                  }
                />
                {weekday(day)}
              </label>
            ))}
          </fieldset>
          <TextInput
            label="From"
            type="time"
            problem={problem}
            value={slide.from}
            onText={(from) => onChange({ ...slide, from })}
          />
          <TextInput label="To" type="time" value={slide.to} onText={(to) => onChange({ ...slide, to })} />
        </div>
      )}
    </>
  );
}
