import type { ReactNode } from 'react';
import { addressOf } from '../../state/address.ts';
import { followLink } from '../../state/use-view.ts';
import type { Opened } from '../../state/view.ts';
import { useScorecardView } from './view-context.ts';

type Props = {
  readonly open: Opened;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly label?: string;
};

/** A figure that tells how it is calculated when it is pressed. A link: the calculation has an address. */
export function FigureLink({ open, className, children, label }: Props) {
  const view = useScorecardView();
  return (
    <a href={addressOf({ ...view, open })} className={className} aria-label={label} onClick={followLink}>
      {children}
    </a>
  );
}
