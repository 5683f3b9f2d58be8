import { lazy, Suspense, useState, type ReactNode } from 'react';
import { CompareControl } from '../../parts/compare-control.tsx';
import { HearingContext } from '../../parts/hearing.ts';
import { LateBanner } from '../../parts/late-banner.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { TeamControl } from '../../parts/team-control.tsx';
import { useHearingNow } from '../../parts/use-hearing-now.ts';
import { useMay } from '../../parts/use-session.ts';
import { WeekControl } from '../../parts/week-control.tsx';
import { useKeys } from '../../state/keys.ts';
import type { Screen } from '../../state/screen.ts';
import type { IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { changeIndicator } from './change-view.ts';
import { FigureColumn } from './figure-column.tsx';
import styles from './indicator.module.css';
import { PageTitle } from './page-title.tsx';
import { Sections } from './sections.tsx';
import { TrendRegion } from './trend-region.tsx';
import type { IndicatorState } from './use-indicator.ts';

const RowsDialog = lazy(() => import('./rows-dialog.tsx').then((file) => ({ default: file.RowsDialog })));
const AnnotateDialog = lazy(() =>
  import('../../parts/annotation-dialog.tsx').then((file) => ({ default: file.AnnotateDialog })),
);

type Props = {
  readonly view: IndicatorView;
  readonly state: Extract<IndicatorState, { kind: 'ready' }>;
  readonly screen: Screen;
  readonly notices: ReactNode;
};

/** The page of an indicator with its figures. */
export function IndicatorReady({ view, state, screen, notices }: Props) {
  const { model, teams, firstWeek } = state;
  const { card, formats, reading } = model;
  const hearing = useHearingNow(formats.locale);
  const [annotating, setAnnotating] = useState<'closed' | 'open'>('closed');
  const phone = screen === 'phone';
  // Several teams at once are annotated as the whole organisation.
  const mayAnnotate = useMay()('addAnnotation', view.teams.length === 1 ? view.teams : []);
  const annotate = mayAnnotate ? (): void => setAnnotating('open') : null;
  useKeys(annotate === null ? {} : { n: annotate });
  const controls = (
    <>
      <WeekControl card={card} formats={formats} firstWeek={firstWeek} words={phone ? 'short' : 'full'} />
      <TeamControl teams={teams} chosen={view.teams} locale={formats.locale} />
      {phone ? null : (
        <>
          <CompareControl compare={view.compare} />
          <TableSwitch show={view.show} />
        </>
      )}
    </>
  );
  return (
    <HearingContext value={hearing}>
      <PageFrame
        screen={screen}
        title={<PageTitle view={view} indicator={reading.indicator} />}
        controls={controls}
        busy={state.shown === 'before'}
        phoneTitle="shown"
        notices={
          <>
            {notices}
            {model.late === null ? null : <LateBanner words={model.late} />}
          </>
        }
      >
        <div className={styles.top}>
          <FigureColumn model={model} view={view} />
          <TrendRegion
            model={model}
            view={view}
            size={phone ? 'phone' : 'desk'}
            onRetry={state.retry}
            onAnnotate={annotate}
          />
        </div>
        <Sections model={model} view={view} teams={teams} size={phone ? 'phone' : 'desk'} />
      </PageFrame>
      <Suspense fallback={null}>
        {view.rows === null ? null : <RowsDialog model={model} view={view} week={view.rows} />}
        {annotating === 'closed' ? null : (
          <AnnotateDialog
            indicator={{ id: reading.indicator.id, name: reading.indicator.name }}
            teams={teams}
            chosen={view.teams}
            week={card.week}
            formats={formats}
            onClose={() => setAnnotating('closed')}
          />
        )}
      </Suspense>
    </HearingContext>
  );
}

function TableSwitch({ show }: Pick<IndicatorView, 'show'>) {
  return (
    <Button aria-keyshortcuts="t" onClick={() => changeIndicator({ show: show === 'table' ? 'picture' : 'table' })}>
      {show === 'table' ? 'Show as chart' : 'Show as table'} <Kbd>T</Kbd>
    </Button>
  );
}
