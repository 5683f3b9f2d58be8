import type { ReactNode } from 'react';
import { PageFailure } from '../../parts/page-failure.tsx';
import { useSkeleton } from '../../parts/use-skeleton.ts';
import { useScreen } from '../../state/screen.ts';
import type { ReviewView } from '../../state/view.ts';
import { NotComplete } from './not-complete.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { ReviewReady } from './review-ready.tsx';
import { ReviewSkeleton } from './review-skeleton.tsx';
import { useReview } from './use-review.ts';

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
  const curtain = useSkeleton(state.kind === 'loading');
  if (curtain === 'skeleton' || state.kind === 'loading') {
    return (
      <ReviewFrame screen={screen}>
        {curtain === 'skeleton' ? <ReviewSkeleton columns={screen === 'desk' ? 'three' : 'one'} /> : null}
      </ReviewFrame>
    );
  }
  switch (state.kind) {
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
}
