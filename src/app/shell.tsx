import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { followDataVersion } from '../api/live.ts';
import { healthQuery } from '../api/queries.ts';
import { useMay, useSession } from '../parts/use-session.ts';
import { addressOf } from '../state/address.ts';
import { useKeys } from '../state/keys.ts';
import { useScreen } from '../state/screen.ts';
import { useView } from '../state/use-view.ts';
import { MobileTabs } from '../ui/mobile-shell.tsx';
import { CommandButton, TopBar } from '../ui/top-bar.tsx';
import { Freshness } from './freshness.tsx';
import { AccountButton } from './account-button.tsx';
import { holds, pageFrom, pagesFor, type Page } from './pages.ts';
import styles from './shell.module.css';
import { ThemeMenu } from './theme-menu.tsx';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));
const AccountDialog = lazy(() =>
  import('../features/account/account-dialog.tsx').then((file) => ({ default: file.AccountDialog })),
);
const KeyList = lazy(() => import('./key-list.tsx').then((file) => ({ default: file.KeyList })));

type Overlay = 'none' | 'palette' | 'keys' | 'account';

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What stands around every page: bar, freshness, palette, list of keys; and the one poller and live stream. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const screen = useScreen();
  const session = useSession();
  useHeartbeat();
  useKeys({ 'mod+k': () => setOverlay('palette'), '?': () => setOverlay('keys') });
  const close = (): void => setOverlay('none');
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      {screen === 'phone' ? null : (
        <TopBar
          brand={<Link href="/">Kept</Link>}
          nav={<PageLinks place="bar" />}
          freshness={<Freshness />}
          actions={
            <>
              <ThemeMenu />
              <CommandButton keys={APPLE ? ['⌘', 'K'] : ['Ctrl', 'K']} onPress={() => setOverlay('palette')} />
              <AccountButton />
            </>
          }
        />
      )}
      {children}
      {screen === 'phone' ? (
        <div className={styles.tabs}>
          <MobileTabs>
            <PageLinks place="tabs" />
            <button type="button" onClick={() => setOverlay('palette')}>
              Find
            </button>
            <button type="button" onClick={() => setOverlay('account')}>
              {session?.mode === 'open' ? 'Open' : 'Account'}
            </button>
          </MobileTabs>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {overlay === 'palette' ? (
          <Palette onClose={close} onKeys={() => setOverlay('keys')} onAccount={() => setOverlay('account')} />
        ) : null}
        {overlay === 'account' ? <AccountDialog onClose={close} /> : null}
        {overlay === 'keys' ? <KeyList onClose={close} /> : null}
      </Suspense>
    </>
  );
}

/** For these a phone has no room in its tabs: they are reached from the account. */
const NOT_IN_TABS: ReadonlySet<Page['page']> = new Set(['displays', 'people']);

/** Those of `pagesFor`. */
function PageLinks({ place }: { readonly place: 'bar' | 'tabs' }) {
  const view = useView();
  const may = useMay();
  const session = useSession();
  const pages = pagesFor(may, session?.mode).filter(({ page }) => place === 'bar' || !NOT_IN_TABS.has(page));
  return pages.map(({ page, name }) => (
    <Link key={page} href={addressOf(pageFrom(page, view))} {...(holds(page, view) ? { 'aria-current': 'page' } : {})}>
      {name}
    </Link>
  ));
}

/** One poll and one event stream for the whole page. The stream opens after the first answer: it is needed last. */
function useHeartbeat(): void {
  const client = useQueryClient();
  const { isSuccess } = useQuery({ ...healthQuery(), select: () => true });
  useEffect(() => (isSuccess ? followDataVersion(client) : undefined), [client, isSuccess]);
}
