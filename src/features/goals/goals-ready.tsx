import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { CompareControl } from '../../parts/compare-control.tsx';
import { HearingContext } from '../../parts/hearing.ts';
import { LateBanner } from '../../parts/late-banner.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { TeamControl } from '../../parts/team-control.tsx';
import { concernedTeams, useMay } from '../../parts/use-session.ts';
import { useHearingNow } from '../../parts/use-hearing-now.ts';
import { usePrefetchTeams } from '../../parts/use-prefetch-teams.ts';
import { WeekControl } from '../../parts/week-control.tsx';
import type { Screen } from '../../state/screen.ts';
import { markPainted, noteTeamsDrawn } from '../../state/timing.ts';
import type { GoalsView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { aheadOf } from './forecasts.ts';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import { GoalsSection } from './goals-section.tsx';
import { headWords, scopeTitle } from './head-words.ts';
import { warmGoals } from './model-cache.ts';
import { NoGoals } from './no-goals.tsx';
import { Sections } from './sections.tsx';
import { useForecasts } from './use-forecasts.ts';
import { useGoalKeys } from './use-goal-keys.ts';
import type { GoalsState } from './use-goals.ts';

const GoalDialog = lazy(() => import('./goal-dialog.tsx').then((file) => ({ default: file.GoalDialog })));
const ActionDialog = lazy(() => import('./action-dialog.tsx').then((file) => ({ default: file.ActionDialog })));

type Props = {
  readonly view: GoalsView;
  readonly state: Extract<GoalsState, { kind: 'ready' }>;
  readonly screen: Screen;
  readonly notices: ReactNode;
};

/** What a person is writing, if anything. */
type Writing = { readonly kind: 'goal'; readonly open: GoalDialogOpen } | { readonly kind: 'action' };

/** The goals of one scope with their figures. */
export function GoalsReady({ view, state, screen, notices }: Props) {
  const { model, goals, teams, firstWeek } = state;
  const { card, formats, team, list } = model;
  const hearing = useHearingNow(formats.locale);
  const prefetch = usePrefetchTeams(warmGoals);
  const [writing, setWriting] = useState<Writing | null>(null);
  const focus = list.rows.find(({ id }) => id === view.goal) ?? list.rows[0] ?? null;
  useForecasts(model, focus);
  useEffect(() => markPainted('kept:goals'), []);
  useLayoutEffect(() => {
    if (state.shown === 'asked-for') noteTeamsDrawn(view.teams);
  }, [state.shown, view.teams, model]);
  const openGoal = useCallback((open: GoalDialogOpen): void => setWriting({ kind: 'goal', open }), []);
  const may = useMay();
  const concerned = concernedTeams(team);
  const maySet = may('addGoal', concerned);
  const mayAct = may('addMinute', concerned);
  const setGoal = useCallback((): void => openGoal({ kind: 'new', indicator: null }), [openGoal]);
  const addAction = useCallback((): void => setWriting({ kind: 'action' }), []);
  useGoalKeys({
    card,
    firstWeek,
    rows: list.rows,
    focus,
    onGoal: maySet ? setGoal : null,
    onAction: mayAct ? addAction : null,
  });
  const phone = screen === 'phone';
  const name = scopeTitle(card, teams, team);
  // The rows of another team, or the edge of another row, come first; what is read of it afterwards follows a frame later.
  const below = useDeferredValue(
    useMemo(() => ({ model, view, teams, name, focus }), [model, view, teams, name, focus]),
  );
  return (
    <HearingContext value={hearing}>
      <PageFrame
        screen={screen}
        title={name}
        sub={headWords(model, teams)}
        busy={state.shown === 'before'}
        phoneTitle="shown"
        controls={
          <>
            <WeekControl card={card} formats={formats} firstWeek={firstWeek} words="short" />
            <TeamControl teams={teams} chosen={view.teams} locale={formats.locale} onHighlight={prefetch} />
            {phone ? null : (
              <>
                <CompareControl compare={view.compare} />
                {mayAct ? (
                  <Button aria-keyshortcuts="a" onClick={addAction}>
                    Add an action <Kbd>A</Kbd>
                  </Button>
                ) : null}
              </>
            )}
          </>
        }
        above={phone ? <p>{headWords(model, teams)}</p> : null}
        notices={
          <>
            {notices}
            {model.late === null ? null : <LateBanner words={model.late} />}
          </>
        }
      >
        {focus === null ? (
          <NoGoals name={name} ended={list.ended} onSet={maySet ? setGoal : null} onOpen={openGoal} />
        ) : (
          <GoalsSection model={model} view={view} focus={focus} onSet={maySet ? setGoal : null} onOpen={openGoal} />
        )}
        <Sections
          {...below}
          ahead={below.focus === null ? null : aheadOf(below.model, below.focus)}
          screen={screen}
          onOpen={openGoal}
          onAction={mayAct ? addAction : null}
        />
      </PageFrame>
      <Suspense fallback={null}>
        {writing?.kind === 'goal' ? (
          <GoalDialog
            open={writing.open}
            team={team}
            card={card}
            goals={goals.goals}
            earliestFrom={goals.earliestFrom}
            formats={formats}
            onClose={() => setWriting(null)}
          />
        ) : null}
        {writing?.kind === 'action' ? (
          <ActionDialog model={model} indicator={focus?.goal.indicator ?? null} onClose={() => setWriting(null)} />
        ) : null}
      </Suspense>
    </HearingContext>
  );
}
