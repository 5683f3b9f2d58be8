import { Link } from 'wouter';
import { Banner } from '../ui/banner.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import styles from './late-banner.module.css';

export function LateBanner({ words }: { readonly words: string }) {
  return (
    <Banner
      lead={<StatusChip status="watch" word="Late" freshness="stale" />}
      action={
        <Link className={styles.link} href="/data">
          See Data
        </Link>
      }
    >
      {words}
    </Banner>
  );
}
