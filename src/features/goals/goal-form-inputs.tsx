import type { Goal, GoalWords } from '../../contract/goals.ts';
import type { IsoWeek } from '../../contract/scalars.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { GoalFields } from '../../state/goal-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from './goal-form-field.tsx';
import { dayIn } from './goal-form-fields.ts';
import { IndicatorField } from './goal-form-indicator.tsx';
import { Milestones, PointFields, weekHint } from './goal-form-points.tsx';
import type { FieldProblems } from './goal-form-problems.ts';
import { paceNow, startsOf } from './goal-form-start.ts';
import { besideLine, paceLine } from './goal-form-words.ts';
import styles from './goal-form.module.css';

type Props = {
  readonly fields: GoalFields;
  readonly words: GoalWords;
  readonly indicator: Indicator | null;
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly earliestFrom: IsoWeek;
  readonly problems: FieldProblems;
  readonly isNew: boolean;
  /** Whether the week from which the target is in force has to be said. */
  readonly asksFrom: boolean;
  /** The goal that runs on the indicator of a new one already. */
  readonly running: Goal | null;
  readonly onChange: (fields: Partial<GoalFields>) => void;
  /** Away from the form, to that goal. */
  readonly onLeave: () => void;
};

/** Where it starts, where it shall be, by when and by whom. */
export function GoalFieldsPart(props: Props) {
  const { fields, words, indicator, card, formats, problems, isNew, onChange } = props;
  const beside = indicator === null ? null : besideLine(indicator, card.indicators);
  const now = indicator === null ? null : paceNow(card, indicator);
  const pace = paceLine(words, indicator, now, formats);
  const starts = indicator === null ? [] : startsOf(card, indicator, formats);
  return (
    <>
      {isNew ? (
        <IndicatorField
          value={fields.indicator}
          indicators={card.indicators}
          problem={problems.indicator}
          hint={beside}
          running={props.running}
          onChange={(id) => onChange({ indicator: id })}
          onLeave={props.onLeave}
        />
      ) : (
        <p className={styles.says}>
          <b>{indicator?.name ?? fields.indicator}</b>
          {beside === null ? '' : `. ${beside}`}
        </p>
      )}
      <div className={styles.part} data-field="baseline">
        <div className={styles.row}>
          <PointFields
            label="Baseline"
            point={fields.baseline}
            problem={problems.baseline}
            formats={formats}
            onChange={(baseline) => onChange({ baseline })}
          />
        </div>
        {starts.length === 0 ? null : (
          <p className={styles.starts}>
            {starts.map(({ words: offer, point }) => (
              <Button key={offer} kind="link" onClick={() => onChange({ baseline: point })}>
                {offer}
              </Button>
            ))}
          </p>
        )}
      </div>
      <div className={styles.row}>
        <Field
          label={indicator === null ? 'Target' : `Target, ${indicator.better === 'lower' ? 'at most' : 'at least'}`}
          name="target"
          problem={problems.target}
        >
          {(attributes) => (
            <input
              {...attributes}
              data-first-focus={isNew ? undefined : true}
              inputMode="decimal"
              value={fields.target}
              maxLength={16}
              autoComplete="off"
              onChange={(event) => onChange({ target: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Date by which it is reached" name="due" problem={problems.due}>
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              value={fields.due}
              onChange={(event) => onChange({ due: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <p role="status" className={styles.says}>
        {pace}
      </p>
      <div className={styles.row}>
        {props.asksFrom ? <FromField {...props} /> : null}
        <Field label="Owner" name="owner" problem={problems.owner}>
          {(attributes) => (
            <input
              {...attributes}
              value={fields.owner}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => onChange({ owner: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Milestones
        points={fields.milestones}
        problem={problems.milestones}
        formats={formats}
        onChange={(milestones) => onChange({ milestones })}
      />
    </>
  );
}

function FromField({ fields, problems, formats, earliestFrom, onChange }: Props) {
  const week = weekHint(fields.from, formats);
  return (
    <Field
      label="In force from the week of"
      name="from"
      problem={problems.from}
      hint={`${week === null ? '' : `${week}. `}Weeks before keep their status.`}
    >
      {(attributes) => (
        <input
          {...attributes}
          type="date"
          min={dayIn(earliestFrom)}
          value={fields.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
