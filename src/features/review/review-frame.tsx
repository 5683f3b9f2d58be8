import type { ComponentProps } from 'react';
import { PageFrame } from '../../parts/page-frame.tsx';

type Props = Omit<ComponentProps<typeof PageFrame>, 'sub' | 'phoneTitle' | 'title'> & { readonly title?: string };

export function ReviewFrame({ title = 'Weekly review', ...rest }: Props) {
  return <PageFrame {...rest} title={title} phoneTitle="shown" />;
}
