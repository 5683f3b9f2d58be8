import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { addressOf, viewOf } from '../../state/address.ts';
import { SCORECARD, type Opened } from '../../state/view.ts';

type Props = {
  readonly open: Opened;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly label?: string;
};

/** A figure that tells how it is calculated when it is pressed. A link: the calculation has an address. */
export function FigureLink({ open, className, children, label }: Props) {
  const search = useSearch();
  const view = viewOf('/', search);
  const href = addressOf({ ...(view.page === 'scorecard' ? view : SCORECARD), open });
  return (
    <Link href={href} className={className ?? ''} aria-label={label}>
      {children}
    </Link>
  );
}
