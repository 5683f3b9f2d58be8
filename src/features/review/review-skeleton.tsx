import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './review.module.css';

const ROWS = 10;

type Props = { readonly columns: 'three' | 'one' };

/** The layout of the review before its figures are here. */
export function ReviewSkeleton({ columns }: Props) {
  return (
    <>
      <VisuallyHidden as="p">Loading the review</VisuallyHidden>
      <div aria-hidden="true">
        <Blocks columns={columns} />
      </div>
    </>
  );
}

function Blocks({ columns }: Props) {
  const list = (
    <div className={styles.side}>
      {Array.from({ length: ROWS }, (_, index) => (
        <Skeleton key={index} width="100%" height={20} />
      ))}
    </div>
  );
  const focus = (
    <div className={styles.side}>
      <Skeleton width={200} height={28} />
      <Skeleton width={160} height={56} />
      <Skeleton width="100%" height={290} />
      <Skeleton width="100%" height={112} />
    </div>
  );
  if (columns === 'one') return focus;
  return (
    <div className={styles.columns}>
      {list}
      {focus}
      <div className={styles.side}>
        <Skeleton width="100%" height={96} />
        <Skeleton width="100%" height={160} />
      </div>
    </div>
  );
}
