import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Screen } from '../state/screen.ts';
import { cx } from '../ui/cx.ts';
import { MobileBar } from '../ui/mobile-shell.tsx';
import { PageHead } from '../ui/page-head.tsx';
import styles from './page-frame.module.css';

type Props = {
  readonly screen: Screen;
  readonly title: ReactNode;
  readonly sub?: string;
  readonly controls?: ReactNode;
  /** Shown figures are still those of the view before. */
  readonly busy?: boolean;
  /** Directly under the head, such as the clocks on a phone. */
  readonly above?: ReactNode;
  /** Banners between head and page. */
  readonly notices?: ReactNode;
  /** `said`: the bar of a phone has no room for the title, it is there for readers. */
  readonly phoneTitle?: 'shown' | 'said';
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Head and controls of a page of figures: over the page, or in the bar of a phone. */
export function PageFrame(props: Props) {
  const {
    screen,
    title,
    sub,
    controls = null,
    busy = false,
    above = null,
    notices = null,
    phoneTitle = 'said',
    children,
  } = props;
  const phone = screen === 'phone';
  return (
    <>
      {phone ? <MobileBar brand={<Link href="/">Kept</Link>} controls={controls} /> : null}
      <main id="main" className={cx(phone ? styles.phone : styles.page, props.className)} aria-busy={busy}>
        {phone ? (
          <h1 className={phoneTitle === 'said' ? styles.hiddenTitle : styles.title}>{title}</h1>
        ) : (
          <PageHead title={title} controls={controls} {...(sub === undefined ? {} : { sub })} />
        )}
        {above}
        {notices === null ? null : <div className={styles.notices}>{notices}</div>}
        {children}
      </main>
    </>
  );
}
