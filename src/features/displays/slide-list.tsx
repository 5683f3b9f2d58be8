import { useEffect, useRef, useState } from 'react';
import type { Catalogue } from '../../contract/catalogue.ts';
import { indicatorsOf } from '../../reading/scope.ts';
import { SLIDE_KINDS, type SlideFields, type SlideKind } from '../../state/display-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { newSlide } from './display-fields.ts';
import styles from './display-form.module.css';
import type { DisplayProblems } from './display-problems.ts';
import { SlideItem } from './slide-item.tsx';
import { SLIDE_WORDS, slideName } from './slide-words.ts';

type Props = {
  readonly slides: readonly SlideFields[];
  readonly problem: string | null;
  readonly problems: DisplayProblems['slides'];
  readonly catalogue: Catalogue;
  readonly onChange: (slides: readonly SlideFields[]) => void;
};

/** Where the focus goes after a change of the list: to a button of a slide, or to its first field. */
type Wanted = { readonly slide: string; readonly at: 'up' | 'down' | 'first' };

/** The slides in their order; each can be moved, changed and taken out. */
export function SlideList({ slides, problem, problems, catalogue, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [kind, setKind] = useState<SlideKind>('trend');
  // A moved element loses the focus; what was pressed keeps it.
  useEffect(() => {
    if (wanted === null) return;
    list.current?.querySelector<HTMLElement>(`[data-slide="${wanted.slide}"] [data-at="${wanted.at}"]`)?.focus();
  }, [wanted]);
  const indicators = indicatorsOf(catalogue);
  const available = new Set([...catalogue.available, ...catalogue.own.map(({ id }) => id)]);
  const choices = [...indicators.values()].filter(
    ({ id, group }) => group !== 'part' && group !== 'staff' && available.has(id),
  );
  const nameOf = (slide: SlideFields): string => slideName(slide, (id) => indicators.get(id)?.name ?? id);
  const move = (from: number, to: number, at: Wanted['at']): void => {
    const slide = slides[from];
    if (slide === undefined || to < 0 || to >= slides.length) return;
    onChange(slides.toSpliced(from, 1).toSpliced(to, 0, slide));
    setWanted({ slide: slide.id, at });
    setSaid(`${nameOf(slide)} is number ${to + 1} of ${slides.length} now.`);
  };
  const add = (): void => {
    const slide = newSlide(kind, crypto.randomUUID(), kind === 'trend' ? (choices[0]?.id ?? '') : '');
    onChange([...slides, slide]);
    setWanted({ slide: slide.id, at: 'first' });
    setSaid(`${SLIDE_WORDS[kind].name} is number ${slides.length + 1}, the last one.`);
  };
  const remove = (index: number): void => {
    const slide = slides[index];
    const next = slides[index + 1] ?? slides[index - 1];
    if (slide === undefined) return;
    onChange(slides.toSpliced(index, 1));
    if (next !== undefined) setWanted({ slide: next.id, at: 'up' });
    setSaid(`${nameOf(slide)} was taken out.`);
  };
  return (
    <fieldset className={forms.group}>
      <legend>Slides, in their order</legend>
      <ol ref={list} className={styles.slides}>
        {slides.map((slide, index) => (
          <SlideItem
            key={slide.id}
            slide={slide}
            name={nameOf(slide)}
            place={{ index, count: slides.length }}
            problems={problems.get(slide.id) ?? {}}
            choices={choices}
            locale={catalogue.organisation.locale}
            onChange={(changed) => onChange(slides.map((each) => (each.id === slide.id ? changed : each)))}
            onMove={(by) => move(index, index + by, by < 0 ? 'up' : 'down')}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <p role="status" className={forms.hint}>
        {said}
      </p>
      {problem === null ? null : <p className={forms.problem}>{problem}</p>}
      <div className={styles.add}>
        <Field label="Add a slide" problem={null} hint={`${SLIDE_WORDS[kind].shows}.`}>
          {(attributes) => (
            <select
              {...attributes}
              {...(problem === null ? {} : { 'aria-invalid': true })}
              value={kind}
              onChange={(event) => setKind(SLIDE_KINDS.find((each) => each === event.currentTarget.value) ?? 'trend')}
            >
              {SLIDE_KINDS.map((each) => (
                <option key={each} value={each}>
                  {SLIDE_WORDS[each].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button onClick={add}>Add</Button>
      </div>
    </fieldset>
  );
}
