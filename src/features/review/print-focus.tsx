import { NineFigures } from '../../parts/nine-figures.tsx';
import { SixTwelve } from '../../parts/six-twelve.tsx';
import { nineFiguresModel } from '../../reading/nine-figures.ts';
import type { FocusModel } from '../../reading/review-focus.ts';
import { FocusFigures } from './focus-head.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './print.module.css';

/** CSS pixels: fits beside the exceptions on the narrowest paper (Letter, landscape) and above them on the others. */
const CHART_WIDTH = 640;

type Props = { readonly model: ReviewModel; readonly focus: FocusModel; readonly restated: string | null };

/** The measure in view: its figure, six weeks and twelve months, and the nine figures. */
export function PrintFocus({ model: { card, formats }, focus, restated }: Props) {
  const { reading } = focus;
  return (
    <section className={styles.focus}>
      <div className={styles.title}>
        <h2 className={styles.name}>{focus.name}</h2>
        <p className={styles.note}>{focus.definition}</p>
      </div>
      <FocusFigures focus={focus} restated={restated} />
      <SixTwelve card={card} reading={reading} formats={formats} width={CHART_WIDTH} />
      {reading.kind === 'read' ? <NineFigures model={nineFiguresModel(card, reading, formats)} /> : null}
    </section>
  );
}
