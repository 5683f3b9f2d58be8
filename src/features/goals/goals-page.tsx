import type { ReactNode } from 'react';
import { PageFailure } from '../../parts/page-failure.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { useScreen } from '../../state/screen.ts';
import type { GoalsView } from '../../state/view.ts';
import { GoalsReady } from './goals-ready.tsx';
import { GoalsSkeleton } from './goals-skeleton.tsx';
import { SeveralTeams } from './several-teams.tsx';
import { useGoals } from './use-goals.ts';

type Props = {
  readonly view: GoalsView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
};

/** The goals of a team, or of the organisation: how far each has come and when it will be there. */
export function GoalsPage({ view, notices, empty }: Props) {
  return view.teams.length > 1 ? (
    <SeveralTeams view={view} notices={notices} />
  ) : (
    <OneScope view={view} notices={notices} empty={empty} />
  );
}

function OneScope({ view, notices, empty }: Props) {
  const screen = useScreen();
  const state = useGoals(view);
  const curtain = useSkeleton(state.kind === 'loading');
  const plain = { screen, title: 'Goals', notices, phoneTitle: 'shown' } as const;
  if (curtain === 'skeleton' || state.kind === 'loading') {
    return (
      <PageFrame {...plain} notices={null} busy>
        {curtain === 'skeleton' ? <GoalsSkeleton /> : null}
      </PageFrame>
    );
  }
  switch (state.kind) {
    case 'empty':
      return <PageFrame {...plain}>{empty}</PageFrame>;
    case 'failed':
      return (
        <PageFrame {...plain}>
          <PageFailure error={state.error} onRetry={state.retry} />
        </PageFrame>
      );
    case 'ready':
      return <GoalsReady view={view} state={state} screen={screen} notices={notices} />;
  }
}
