import { memo, type ReactNode } from 'react';
import { PageFailure } from '../../parts/page-failure.tsx';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { useScreen, type Screen } from '../../state/screen.ts';
import type { ReviewView } from '../../state/view.ts';
import { NotComplete } from './not-complete.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { ReviewReady } from './review-ready.tsx';
import { ReviewSkeleton } from './review-skeleton.tsx';
import styles from './review.module.css';
import { useReview, type ReviewState } from './use-review.ts';

type Props = {
  readonly view: ReviewView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
};

/** The leadership's weekly hour: what asks for attention, and what is decided about it. */
export function ReviewPage({ view, notices, empty }: Props) {
  const screen = useScreen();
  const state = useReview(view);
  const isLoading = state.kind === 'loading';
  if (useSkeleton(isLoading) === 'skeleton') {
    return (
      <ReviewFrame screen={screen} busy>
        <ReviewSkeleton columns={screen === 'desk' ? 'three' : 'one'} />
      </ReviewFrame>
    );
  }
  return (
    <div className={styles.whole} aria-busy={isLoading} data-testid="review">
      <Shown {...{ view, notices, empty, screen, state }} />
    </div>
  );
}

type ShownProps = Props & { readonly screen: Screen; readonly state: ReviewState };

/** While another week or scope is fetched the one before stays, whole: title, figures and the minutes that can be written. */
const Shown = memo(
  function Shown({ view, notices, empty, screen, state }: ShownProps) {
    switch (state.kind) {
      case 'loading':
        return <ReviewFrame screen={screen}>{null}</ReviewFrame>;
      case 'empty':
        return (
          <ReviewFrame screen={screen} notices={notices}>
            {empty}
          </ReviewFrame>
        );
      case 'not-complete':
        return (
          <ReviewFrame screen={screen} notices={notices}>
            <NotComplete card={state.card} formats={state.formats} view={view} />
          </ReviewFrame>
        );
      case 'failed':
        return (
          <ReviewFrame screen={screen} notices={notices}>
            <PageFailure error={state.error} onRetry={state.retry} />
          </ReviewFrame>
        );
      case 'ready':
        return <ReviewReady view={view} state={state} screen={screen} notices={notices} />;
    }
  },
  (before, next) => before.state.kind !== 'loading' && next.state.kind === 'loading',
);
