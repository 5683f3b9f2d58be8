import type { Indicator } from '../../domain/catalogue-types.ts';
import type { SlideFields } from '../../state/display-drafts.ts';
import { Field } from '../../ui/field.tsx';
import styles from './display-form.module.css';
import type { SlideField } from './display-problems.ts';
import { TextInput } from './text-input.tsx';

type Props = {
  readonly slide: SlideFields;
  readonly problems: Readonly<Partial<Record<SlideField, string>>>;
  readonly choices: readonly Indicator[];
  readonly onChange: (slide: SlideFields) => void;
};

/** What the kind of a slide asks for: the indicator of a trend, the words of a message, else nothing. */
export function SlideContent({ slide, problems, choices, onChange }: Props) {
  switch (slide.kind) {
    case 'trend':
      return <IndicatorChoice slide={slide} problems={problems} choices={choices} onChange={onChange} />;
    case 'message':
      return (
        <>
          <TextInput
            label="Title"
            problem={problems.title}
            value={slide.title}
            maxLength={40}
            onText={(title) => onChange({ ...slide, title })}
          />
          <div className={styles.whole}>
            <Field label="Text" problem={problems.text ?? null}>
              {(attributes) => (
                <textarea
                  {...attributes}
                  className={styles.text}
                  rows={2}
                  value={slide.text}
                  maxLength={280}
                  onChange={(event) => onChange({ ...slide, text: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
          <TextInput
            label="Last day"
            problem={problems.until}
            value={slide.until}
            type="date"
            onText={(until) => onChange({ ...slide, until })}
          />
        </>
      );
    case 'dimensions':
    case 'promise':
    case 'signals':
    case 'goals':
    case 'due':
      return null;
  }
}

function IndicatorChoice({ slide, problems, choices, onChange }: Props) {
  const isKnown = slide.indicator === '' || choices.some(({ id }) => id === slide.indicator);
  return (
    <Field label="Indicator" problem={problems.indicator ?? null}>
      {(attributes) => (
        <select
          {...attributes}
          value={slide.indicator}
          onChange={(event) => onChange({ ...slide, indicator: event.currentTarget.value })}
        >
          {slide.indicator === '' ? <option value="">Choose one</option> : null}
          {isKnown ? null : <option value={slide.indicator}>{slide.indicator} (no data)</option>}
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
