import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { markPainted, noteTeamsDrawn } from '../../state/timing.ts';
import type { Screen } from '../../state/screen.ts';
import { addressOf } from '../../state/address.ts';
import type { ScorecardView } from '../../state/view.ts';
import { CompareControl } from '../../parts/compare-control.tsx';
import { HearingContext } from '../../parts/hearing.ts';
import { LateBanner } from '../../parts/late-banner.tsx';
import { DeskLayout } from './desk-layout.tsx';
import { PhoneLayout } from './phone-layout.tsx';
import { ScorecardFrame } from './scorecard-frame.tsx';
import { StatusAnnouncer } from './status-announcer.tsx';
import { TeamControl } from '../../parts/team-control.tsx';
import { usePrefetchTeams } from './use-prefetch-teams.ts';
import { useHearingNow } from '../../parts/use-hearing-now.ts';
import type { ScorecardState } from './use-scorecard.ts';
import { ViewContext } from './view-context.ts';
import { WeekControl } from '../../parts/week-control.tsx';

const Calculation = lazy(() =>
  import('./calculation-dialog.tsx').then((file) => ({ default: file.CalculationDialog })),
);

type Props = {
  readonly view: ScorecardView;
  readonly state: Extract<ScorecardState, { kind: 'ready' }>;
  readonly screen: Screen;
  readonly notices: ReactNode;
  readonly freshness: ReactNode;
};

/** The scorecard with its figures. */
export function Ready({ view, state, screen, notices, freshness }: Props) {
  const { model, teams, firstWeek } = state;
  const hearing = useHearingNow(model.formats.locale);
  const latestRetry = useRef(state.retry);
  useEffect(() => {
    latestRetry.current = state.retry;
  });
  // One function for all renders: tiles are drawn again only for another model.
  const retry = useCallback(() => latestRetry.current(), []);
  const trends = useTrendsAfterTiles();
  useEffect(() => markPainted('kept:interactive'), []);
  useLayoutEffect(() => {
    if (state.shown === 'asked-for') noteTeamsDrawn(view.teams);
  }, [state.shown, view.teams, model]);

  const prefetch = usePrefetchTeams();
  const phone = screen === 'phone';
  const controls = (
    <>
      <WeekControl card={model.card} formats={model.formats} firstWeek={firstWeek} words={phone ? 'short' : 'full'} />
      <TeamControl teams={teams} chosen={view.teams} locale={model.formats.locale} onHighlight={prefetch} />
      {phone ? null : <CompareControl compare={view.compare} />}
    </>
  );
  const Layout = phone ? PhoneLayout : DeskLayout;
  return (
    <ViewContext value={view}>
      <HearingContext value={hearing}>
        <ScorecardFrame
          screen={screen}
          controls={controls}
          // Until its trends stand, too: a page without them has not arrived.
          busy={state.shown === 'before' || trends === 'wait'}
          above={phone ? freshness : null}
          notices={
            <>
              {notices}
              {model.late === null ? null : <LateBanner words={model.late} />}
            </>
          }
        >
          <Layout model={model} compare={view.compare} trends={trends} onRetry={retry} />
        </ScorecardFrame>
        <StatusAnnouncer model={model} view={addressOf({ ...view, open: null })} />
        {view.open === null ? null : (
          <Suspense fallback={null}>
            <Calculation open={view.open} model={model} teams={view.teams} />
          </Suspense>
        )}
      </HearingContext>
    </ViewContext>
  );
}

/** On the first paint the tiles come first; the trends follow in the next frame, in the room that is kept for them. */
function useTrendsAfterTiles(): 'wait' | 'draw' {
  const [trends, setTrends] = useState<'wait' | 'draw'>('wait');
  useLayoutEffect(() => {
    markPainted(trends === 'wait' ? 'kept:tiles' : 'kept:trends');
    if (trends === 'draw') return undefined;
    const frame = requestAnimationFrame(() => setTimeout(() => setTrends('draw')));
    return () => cancelAnimationFrame(frame);
  }, [trends]);
  return trends;
}
