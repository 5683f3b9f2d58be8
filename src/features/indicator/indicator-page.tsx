import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PageFailure } from '../../parts/page-failure.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { goToWeek } from '../../parts/week-control.tsx';
import { addressOf } from '../../state/address.ts';
import { useKeys } from '../../state/keys.ts';
import { useScreen } from '../../state/screen.ts';
import { SCORECARD, scopedOf, type IndicatorView } from '../../state/view.ts';
import { changeIndicator } from './change-view.ts';
import { IndicatorSkeleton } from './indicator-skeleton.tsx';
import { IndicatorReady } from './indicator-ready.tsx';
import styles from './indicator.module.css';
import { PageTitle } from './page-title.tsx';
import { useIndicator } from './use-indicator.ts';

type Props = {
  readonly view: IndicatorView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
};

/** One indicator: how it ran, what the chart says, by whom, why, what is done about it, and what the number is. */
export function IndicatorPage({ view, notices, empty }: Props) {
  const screen = useScreen();
  const state = useIndicator(view, screen === 'phone' ? 'phone' : 'desk');
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
    t: () => changeIndicator({ show: view.show === 'table' ? 'picture' : 'table' }),
  });
  const plain = { screen, title: <PageTitle view={view} indicator={null} />, notices, phoneTitle: 'shown' } as const;
  if (curtain === 'skeleton' || state.kind === 'loading') {
    return (
      <PageFrame {...plain} notices={null} busy>
        {curtain === 'skeleton' ? <IndicatorSkeleton /> : null}
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
    case 'unknown':
      return (
        <PageFrame {...plain}>
          <section className={styles.unknown}>
            <h2>There is no indicator of that name</h2>
            <p>
              Kept shows nothing under <b>{view.indicator}</b>. The address may be an old one, or the indicator is not
              measured yet.
            </p>
            <p>
              <Link className={styles.link} href={addressOf({ ...SCORECARD, ...scopedOf(view) })}>
                To the scorecard
              </Link>
            </p>
          </section>
        </PageFrame>
      );
    case 'ready':
      return <IndicatorReady view={view} state={state} screen={screen} notices={notices} />;
  }
}
