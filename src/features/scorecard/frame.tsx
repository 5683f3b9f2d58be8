import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Screen } from '../../state/screen.ts';
import { MobileBar } from '../../ui/mobile-shell.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './scorecard.module.css';

type Props = {
  readonly screen: Screen;
  readonly controls?: ReactNode;
  /** Shown figures are still those of the view before. */
  readonly busy?: boolean;
  readonly children: ReactNode;
};

/** Head and controls of the scorecard: over the page, or in the bar of a phone. */
export function Frame({ screen, controls = null, busy = false, children }: Props) {
  const phone = screen === 'phone';
  return (
    <>
      {phone ? <MobileBar brand={<Link href="/">Kept</Link>} controls={controls} /> : null}
      <main id="main" className={phone ? styles.phone : styles.page} aria-busy={busy}>
        {phone ? (
          <h1 className={styles.hiddenTitle}>Scorecard</h1>
        ) : (
          <PageHead
            title="Scorecard"
            sub="Are we keeping our service promise, and where is it heading?"
            controls={controls}
          />
        )}
        {children}
      </main>
    </>
  );
}
