import type { ReactNode } from 'react';
import type { Formats } from '../../domain/format.ts';
import { HearingContext } from '../../parts/hearing.ts';
import { LateBanner } from '../../parts/late-banner.tsx';
import { PageFailure } from '../../parts/page-failure.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useHearingNow } from '../../parts/use-hearing-now.ts';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { WeekControl } from '../../parts/week-control.tsx';
import { lateSentence } from '../../reading/lateness.ts';
import { lateColumns } from '../../reading/team-grid.ts';
import { gridWords } from '../../reading/team-grid-order.ts';
import { useScreen, type Screen } from '../../state/screen.ts';
import type { TeamsView } from '../../state/view.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { NoGoalsYet } from './no-goals-yet.tsx';
import { TeamGridSection } from './team-grid-section.tsx';
import { useTeamKeys } from './use-team-keys.ts';
import styles from './teams.module.css';
import { useTeamGrid, type TeamGrid } from './use-team-grid.ts';

type Props = {
  readonly view: TeamsView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
};

const TITLE = 'Teams and goals';
/** From so many on, a person sees how far the reading is. */
const MANY_TEAMS = 60;

/** All teams by the goals of this period: who needs help first. */
export function TeamsPage({ view, notices, empty }: Props) {
  const screen = useScreen();
  const state = useTeamGrid(view);
  const curtain = useSkeleton(state.kind === 'loading');
  const plain = { screen, title: TITLE, notices, phoneTitle: 'shown' } as const;
  if (curtain === 'skeleton' || state.kind === 'loading') {
    return (
      <PageFrame {...plain} notices={null} busy>
        {curtain === 'skeleton' ? <GridSkeleton progress="" /> : null}
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
      return <Ready view={view} grid={state.grid} screen={screen} notices={notices} />;
  }
}

type ReadyProps = {
  readonly view: TeamsView;
  readonly grid: TeamGrid;
  readonly screen: Screen;
  readonly notices: ReactNode;
};

function Ready({ view, grid, screen, notices }: ReadyProps) {
  const { card, formats, firstWeek, rows, columns, reading } = grid;
  const hearing = useHearingNow(formats.locale);
  const late = lateSentence(lateColumns(card, columns), formats);
  useTeamKeys(card, firstWeek);
  return (
    <HearingContext value={hearing}>
      <PageFrame
        screen={screen}
        title={TITLE}
        sub={rows.length === 0 ? '' : gridWords(rows, formats)}
        busy={reading !== 'done'}
        phoneTitle="shown"
        controls={<WeekControl card={card} formats={formats} firstWeek={firstWeek} words="short" />}
        above={screen === 'phone' && rows.length > 0 ? <p>{gridWords(rows, formats)}</p> : null}
        notices={
          <>
            {notices}
            {late === null ? null : <LateBanner words={late} />}
          </>
        }
      >
        {columns.length === 0 ? (
          <NoGoalsYet view={view} />
        ) : rows.length === 0 ? (
          <GridSkeleton progress={progressWords(reading, formats)} />
        ) : (
          <TeamGridSection view={view} grid={grid} screen={screen} />
        )}
      </PageFrame>
    </HearingContext>
  );
}

/** Hundreds of teams take their time; one list of a few is read before anybody could read of it. */
function GridSkeleton({ progress }: { readonly progress: string }) {
  return (
    <div>
      <VisuallyHidden as="p">Loading the teams</VisuallyHidden>
      <div aria-hidden="true">
        {progress === '' ? null : <p className={styles.progress}>{progress}</p>}
        <Skeleton width="100%" height={420} />
      </div>
    </div>
  );
}

function progressWords(reading: TeamGrid['reading'], formats: Formats): string {
  if (reading === 'done' || reading.of < MANY_TEAMS) return '';
  return `Reading ${formats.count(reading.read)} of ${formats.count(reading.of)} teams`;
}
