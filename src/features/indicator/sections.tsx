import type { Team } from '../../contract/teams.ts';
import { ActionsList } from '../../parts/actions-list.tsx';
import { CauseBars, SpreadBars } from '../../parts/cause-bars.tsx';
import { NineFigures } from '../../parts/nine-figures.tsx';
import { SixTwelve } from '../../parts/six-twelve.tsx';
import type { IndicatorView } from '../../state/view.ts';
import { AboutSection } from './about-section.tsx';
import { AnnotationsSection } from './annotations-section.tsx';
import { HistorySection } from './history-section.tsx';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';
import { TeamsSection } from './teams-section.tsx';

type Props = {
  readonly model: IndicatorModel;
  readonly view: IndicatorView;
  readonly teams: readonly Team[];
  readonly size: 'desk' | 'phone';
};

/** All that stands below the trend; an indicator without figures has only what it is. */
export function Sections({ model, view, teams, size }: Props) {
  const { card, reading, formats, nine } = model;
  const week = reading.kind === 'read' && reading.measure.state === 'figure' ? reading.measure.week : null;
  return (
    <>
      {model.estimate === null ? <TeamsSection view={view} card={card} reading={reading} formats={formats} /> : null}
      <div className={styles.columns}>
        {week === null || reading.indicator.origin === 'own' ? null : (
          <>
            <CauseBars
              indicator={reading.indicator.id}
              week={week}
              teams={view.teams}
              formats={formats}
              look="indicator"
            />
            <SpreadBars indicator={reading.indicator.id} week={week} teams={view.teams} formats={formats} />
          </>
        )}
        <section className={styles.region} aria-labelledby="actions">
          <h2 id="actions" className={styles.heading}>
            Actions on this measure
          </h2>
          <div className={styles.actions}>
            <ActionsList indicator={reading.indicator.id} scope={view.teams} teams={teams} formats={formats} />
          </div>
        </section>
        <AboutSection model={model} view={view} />
      </div>
      {nine === null ? null : (
        <div className={styles.halves}>
          <section className={styles.region} aria-labelledby="six-twelve">
            <h2 id="six-twelve" className={styles.heading}>
              Six weeks and twelve months
            </h2>
            <div className={styles.sixTwelve}>
              <SixTwelve card={card} reading={reading} formats={formats} />
            </div>
          </section>
          <section className={styles.region} aria-labelledby="nine">
            <h2 id="nine" className={styles.heading}>
              Week, month, quarter and year to date
            </h2>
            <div className={styles.nine}>
              <NineFigures model={nine} layout={size === 'phone' ? 'down' : 'across'} />
            </div>
          </section>
        </div>
      )}
      <div className={styles.halves}>
        <AnnotationsSection model={model} view={view} teams={teams} />
        {nine === null ? null : <HistorySection model={model} />}
      </div>
    </>
  );
}
