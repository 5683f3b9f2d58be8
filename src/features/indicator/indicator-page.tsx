import type { ReactNode } from 'react';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useScreen } from '../../state/screen.ts';
import type { IndicatorView } from '../../state/view.ts';

type Props = { readonly view: IndicatorView; readonly notices: ReactNode; readonly empty: ReactNode };

export function IndicatorPage({ view, notices }: Props) {
  return (
    <PageFrame screen={useScreen()} title={view.indicator} notices={notices}>
      {view.week}
    </PageFrame>
  );
}
