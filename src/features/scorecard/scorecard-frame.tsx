import type { ComponentProps } from 'react';
import { PageFrame } from '../../parts/page-frame.tsx';

type Props = Omit<ComponentProps<typeof PageFrame>, 'title' | 'sub' | 'phoneTitle'>;

export function ScorecardFrame(props: Props) {
  return <PageFrame {...props} title="Scorecard" sub="Are we keeping our service promise, and where is it heading?" />;
}
