import { Activity, memo } from 'react';
import type { SixTwelveView } from '../../charts/six-twelve-chart.tsx';
import type { Team } from '../../contract/teams.ts';
import { placeOf, type Step } from '../../reading/review-steps.ts';
import { ActionsSection } from './actions-section.tsx';
import { Focus } from './focus.tsx';
import { OutcomesSection } from './outcomes-section.tsx';
import styles from './review.module.css';
import type { ReviewModel } from './review-model.ts';
import { SinceSection } from './since-section.tsx';
import type { Minutes } from './use-review.ts';
import { WordsSection } from './words-section.tsx';

type Props = {
  readonly model: ReviewModel;
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly minutes: Minutes;
  readonly week: string;
  /** Teams in view. */
  readonly chosen: readonly string[];
  readonly teams: readonly Team[];
  readonly look: 'desk' | 'phone';
  readonly show: SixTwelveView;
  readonly onShow: (show: SixTwelveView) => void;
  /** Address of an indicator's own page. */
  readonly pageOf: (indicator: string) => string;
  readonly onRetry: () => void;
};

/** What is talked about in this step: the measure in focus, or a later section. */
export const MainArea = memo(function MainArea(props: Props) {
  const { model, step, minutes, week, chosen, teams, look, onRetry } = props;
  const { card, formats, restated } = model;
  switch (step.section) {
    case 'exceptions':
      return <Exception {...props} />;
    case 'since':
      return <SinceSection since={model.since} />;
    case 'outcomes':
      return (
        <OutcomesSection
          card={card}
          formats={formats}
          outcomes={model.outcomes}
          restated={restated}
          look={look}
          onRetry={onRetry}
        />
      );
    case 'words':
      return <WordsSection week={week} chosen={chosen} teams={teams} formats={formats} />;
    case 'actions':
      return minutes.kind === 'read' ? (
        <ActionsSection
          review={minutes.review}
          nameOf={(id) => card.indicators.get(id)?.name ?? id}
          formats={formats}
        />
      ) : (
        <p className={styles.quiet}>The minutes of this review could not be read.</p>
      );
  }
});

function Exception({ model, step, steps, look, show, onShow, pageOf, chosen }: Props) {
  const { indicator } = step;
  if (indicator === null || model.focus(indicator) === null) return <Quiet week={model.week} />;
  const place = placeOf(steps, step);
  const around =
    place < 0 ? [] : steps.slice(Math.max(0, place - 1), place + 2).flatMap((each) => each.indicator ?? []);
  // The measures beside it are drawn out of sight while nothing else is to do: a step has only to show them.
  return [...new Set([...around, indicator])].map((id) => {
    const focus = model.focus(id);
    return focus === null ? null : (
      <Activity key={id} mode={id === indicator ? 'visible' : 'hidden'}>
        <Focus
          model={model}
          focus={focus}
          restated={model.restated.get(id) ?? null}
          href={pageOf(id)}
          show={show}
          onShow={onShow}
          look={look}
          chosen={chosen}
          closed={model.closed !== null}
        />
      </Activity>
    );
  });
}

function Quiet({ week }: Pick<ReviewModel, 'week'>) {
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        {week === 'no-data' ? 'No data for this week' : 'Nothing asks for attention'}
      </h2>
      <p className={styles.quiet}>
        {week === 'no-data'
          ? 'No import covered it. Notes, decisions and actions can be written all the same.'
          : 'No signal and no missed target in this week. The agenda goes on with what happened since the last review.'}
      </p>
    </>
  );
}
