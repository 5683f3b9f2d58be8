import type { ReactNode } from 'react';
import { useKeys } from '../../state/keys.ts';
import { useScreen } from '../../state/screen.ts';
import type { ScorecardView } from '../../state/view.ts';
import { ScorecardFrame } from './scorecard-frame.tsx';
import { Ready } from './ready.tsx';
import { PageFailure } from '../../parts/page-failure.tsx';
import { ScorecardSkeleton } from './scorecard-skeleton.tsx';
import { useScorecard } from './use-scorecard.ts';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { goToWeek } from '../../parts/week-control.tsx';

type Props = {
  readonly view: ScorecardView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
  /** The clocks, where the bar has no room for them. */
  readonly freshness: ReactNode;
};

/** Are we keeping our service promise, and where is it heading? */
export function ScorecardPage({ view, notices, empty, freshness }: Props) {
  const screen = useScreen();
  const state = useScorecard(view, screen === 'phone' ? 'phone' : 'desk');
  const curtain = useSkeleton(state.kind === 'loading');
  const card = state.kind === 'ready' ? state.model.card : null;
  const firstWeek = state.kind === 'ready' ? state.firstWeek : 0;
  const step = (by: number) => (): void => {
    if (card === null) return;
    const to = card.week + by;
    if (to >= firstWeek && to <= card.last) goToWeek(to, card.latest);
  };
  useKeys({
    ArrowLeft: step(-1),
    ArrowRight: step(1),
    Home: () => {
      if (card?.latest != null) goToWeek(card.latest, card.latest);
    },
  });
  if (curtain === 'skeleton' || state.kind === 'loading') {
    return (
      <ScorecardFrame screen={screen} busy>
        {curtain === 'skeleton' ? <ScorecardSkeleton /> : null}
      </ScorecardFrame>
    );
  }
  switch (state.kind) {
    case 'empty':
      return (
        <ScorecardFrame screen={screen} notices={notices}>
          {empty}
        </ScorecardFrame>
      );
    case 'failed':
      return (
        <ScorecardFrame screen={screen} notices={notices}>
          <PageFailure error={state.error} onRetry={state.retry} />
        </ScorecardFrame>
      );
    case 'ready':
      return <Ready view={view} state={state} screen={screen} notices={notices} freshness={freshness} />;
  }
}
