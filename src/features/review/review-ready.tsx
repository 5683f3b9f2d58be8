import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { SixTwelveView } from '../../charts/six-twelve-chart.tsx';
import { parseIsoWeek } from '../../domain/week.ts';
import { HearingContext } from '../../parts/hearing.ts';
import { PageFailure } from '../../parts/page-failure.tsx';
import { useHearingNow } from '../../parts/use-hearing-now.ts';
import { useMay } from '../../parts/use-session.ts';
import { goToWeek } from '../../parts/week-control.tsx';
import { firstOf, stepBy } from '../../reading/review-steps.ts';
import { addressOf } from '../../state/address.ts';
import type { Screen } from '../../state/screen.ts';
import { markPainted, noteStepDrawn } from '../../state/timing.ts';
import { currentView } from '../../state/use-view.ts';
import { indicatorView, scopedOf, type ReviewView, type Scoped } from '../../state/view.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { AgendaBar } from './agenda-bar.tsx';
import { Beside } from './beside.tsx';
import { ClosedStrip } from './closed-strip.tsx';
import { ExceptionsList } from './exceptions-list.tsx';
import { KeyBar } from './key-bar.tsx';
import { MainArea } from './main-area.tsx';
import { PhoneSteps } from './phone-steps.tsx';
import { PrintWhenAsked } from './print-when-asked.tsx';
import { ReviewControls } from './review-controls.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { nextWords, placeWords, saidOf } from './review-words.ts';
import styles from './review.module.css';
import { SinceAside } from './since-aside.tsx';
import { useClock } from './use-clock.ts';
import type { ReviewState } from './use-review.ts';
import { useScoped } from './use-scoped.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useSteps } from './use-steps.ts';
import { useWarmNeighbours } from './use-warm-neighbours.ts';

type Props = {
  readonly view: ReviewView;
  readonly state: Extract<ReviewState, { kind: 'ready' }>;
  readonly screen: Screen;
  readonly notices: ReactNode;
};

/** The review of a week with what could be read of it. */
export function ReviewReady({ view, state, screen, notices }: Props) {
  const { week, figures, minutes, formats, teams, firstWeek, latest } = state;
  const model = figures.kind === 'read' ? figures.model : null;
  const scoped = useScoped(view);
  const { steps, step, links, next, previous } = useSteps(view, model);
  const hearing = useHearingNow(formats.locale);
  const [show, setShow] = useState<SixTwelveView>('picture');
  const mayWrite = useMay()('addMinute', scoped.teams);
  const isClosed = minutes.kind === 'read' && minutes.review.closed !== null;
  const { section, indicator } = step;
  useClock({ week, teams: scoped.teams, section, indicator, state: isClosed || week === '' ? 'stopped' : 'running' });

  const onStep = (by: 1 | -1, at: number): void => {
    const to = stepBy(steps, step, by);
    if (to !== null) links.go(to, at);
  };
  useReviewKeys({
    step: onStep,
    section: (id, at) => links.go(firstOf(steps, id), at),
    table: () => setShow((now) => (now === 'picture' ? 'table' : 'picture')),
    week: (by) => {
      // From the address and not from what is drawn: two quick presses are two weeks.
      const to = (parseIsoWeek(scopedOf(currentView()).week) ?? latest ?? 0) + by;
      if (to >= firstWeek && latest !== null && to <= latest) goToWeek(to, latest);
    },
    latest: () => {
      if (latest !== null) goToWeek(latest, latest);
    },
  });
  useLayoutEffect(() => noteStepDrawn(), [step]);
  useEffect(() => {
    if (model !== null) markPainted('kept:review');
  }, [model]);
  useWarmNeighbours(model, steps, step, scoped.teams);

  const look = screen === 'phone' ? 'phone' : 'desk';
  const weekNumber = parseIsoWeek(week);
  const weekName = weekNumber === null ? 'the week' : formats.weekName(weekNumber);
  const pageOf = usePageOf(scoped);
  const retry = useLatest(figures.retry);
  const onNext = useLatest((at: number) => onStep(1, at));

  const name = indicator === null ? null : (model?.focus(indicator)?.name ?? null);
  const main = (
    <section
      key="main"
      className={styles.main}
      {...(name === null ? { 'aria-labelledby': 'review-focus' } : { 'aria-label': name })}
    >
      {model === null ? (
        <Failed figures={figures} />
      ) : (
        <MainArea
          {...{ model, step, steps, minutes, week, teams, look, show, pageOf }}
          chosen={scoped.teams}
          onShow={setShow}
          onRetry={retry}
        />
      )}
    </section>
  );
  const list =
    model === null ? null : (
      <ExceptionsList
        agenda={model.agenda}
        current={indicator}
        links={links}
        restated={model.restated}
        week={model.week}
      />
    );
  const since = model === null ? null : <SinceAside since={model.since} />;
  const left = (
    <div key="left" className={styles.side}>
      {screen === 'phone' ? null : list}
      {since}
    </div>
  );
  const right = (
    <div key="right" className={styles.side}>
      <Beside {...{ minutes, week, indicator, formats }} teams={scoped.teams} />
    </div>
  );

  return (
    <HearingContext value={hearing}>
      <ReviewFrame
        screen={screen}
        title={model?.title ?? `Weekly review of ${weekName}`}
        busy={figures.kind === 'read' && figures.shown === 'before'}
        notices={
          <>
            {notices}
            {model === null ? null : <ClosedStrip closed={model.closed} restated={model.restated} />}
          </>
        }
        controls={
          <ReviewControls
            {...{ scoped, latest, firstWeek, teams, formats, screen, onNext }}
            week={weekNumber}
            next={next === null ? null : nextWords(next)}
          />
        }
      >
        <AgendaBar
          {...{ steps, section, links, look }}
          place={model === null ? '' : placeWords(model, step)}
          spent={minutes.kind === 'read' ? (minutes.review.closed?.spent ?? null) : null}
        />
        {screen === 'phone' ? (
          <PhoneSteps {...{ next, previous, onStep }} count={model?.agenda.rows.length ?? 0} list={list} />
        ) : null}
        <div className={styles[screen === 'desk' ? 'columns' : screen]}>
          {screen === 'desk' ? [left, main, right] : [main, right, left]}
        </div>
        {screen === 'phone' ? null : <KeyBar weekName={weekName} keys={mayWrite ? 'all' : 'reading'} />}
        {model === null ? null : <PrintWhenAsked {...{ view, model, minutes, teams, indicator }} />}
        <VisuallyHidden as="div">
          <p role="status" aria-live="polite">
            {model === null ? '' : saidOf(model, step)}
          </p>
        </VisuallyHidden>
      </ReviewFrame>
    </HearingContext>
  );
}

function Failed({ figures }: Pick<Props['state'], 'figures'>) {
  return (
    <>
      <VisuallyHidden as="h2">
        <span id="review-focus">Figures</span>
      </VisuallyHidden>
      {figures.kind === 'failed' ? <PageFailure error={figures.error} onRetry={figures.retry} /> : null}
    </>
  );
}

/** Addresses of the indicators' own pages in this week and scope. */
function usePageOf(scoped: Scoped): (id: string) => string {
  return useCallback((id: string) => addressOf({ ...indicatorView(id), ...scoped }), [scoped]);
}

/** One function for all renders, which does what the newest one does: parts are not drawn again for it. */
function useLatest<Of extends readonly unknown[]>(run: (...of: Of) => void): (...of: Of) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...of: Of) => latest.current(...of), []);
}
