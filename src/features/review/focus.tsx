import { memo, useMemo } from 'react';
import type { SixTwelveView } from '../../charts/six-twelve-chart.tsx';
import { CauseBars } from '../../parts/cause-bars.tsx';
import { NineFigures } from '../../parts/nine-figures.tsx';
import { SixTwelve } from '../../parts/six-twelve.tsx';
import { nineFiguresModel } from '../../reading/nine-figures.ts';
import type { FocusModel } from '../../reading/review-focus.ts';
import { FocusFigures, FocusName } from './focus-head.tsx';
import styles from './focus.module.css';
import type { ReviewModel } from './review-model.ts';

type Props = {
  readonly model: Pick<ReviewModel, 'card' | 'formats'>;
  readonly focus: FocusModel;
  readonly restated: string | null;
  readonly href: string;
  readonly show: SixTwelveView;
  readonly onShow: (show: SixTwelveView) => void;
  readonly look: 'desk' | 'phone';
  /** Teams in view. */
  readonly chosen: readonly string[];
  readonly closed: boolean;
};

/** The measure that is talked about: what it says, its six weeks and twelve months, and the nine figures. */
export const Focus = memo(function Focus({ model, focus, restated, href, show, onShow, look, chosen, closed }: Props) {
  const { card, formats } = model;
  const { reading } = focus;
  const nine = useMemo(
    () => (reading.kind === 'read' ? nineFiguresModel(card, reading, formats) : null),
    [card, reading, formats],
  );
  return (
    <>
      <FocusName focus={focus} href={href} />
      <FocusFigures focus={focus} restated={restated} />
      <SixTwelve card={card} reading={reading} formats={formats} view={show} onView={onShow} />
      {nine === null ? null : (
        <div className={styles.table}>
          <NineFigures model={nine} layout={look === 'phone' ? 'down' : 'across'} />
        </div>
      )}
      {reading.kind === 'read' && reading.indicator.origin !== 'own' ? (
        <div className={styles.causes}>
          <CauseBars
            indicator={focus.id}
            week={reading.measure.week}
            teams={chosen}
            formats={formats}
            look="review"
            note={closed ? 'As known today: causes are not kept with a review.' : ''}
          />
        </div>
      ) : null}
    </>
  );
});
