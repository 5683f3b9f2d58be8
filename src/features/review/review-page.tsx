import type { ReactNode } from 'react';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useScreen } from '../../state/screen.ts';
import type { ReviewView } from '../../state/view.ts';

type Props = { readonly view: ReviewView; readonly notices: ReactNode; readonly empty: ReactNode };

export function ReviewPage({ view, notices }: Props) {
  return (
    <PageFrame screen={useScreen()} title="Weekly review" notices={notices}>
      {view.week}
    </PageFrame>
  );
}
