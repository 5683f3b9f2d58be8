import { lazy, Suspense } from 'react';
import { useSession } from '../parts/use-session.ts';
import { shortName } from '../reading/action-due.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './theme-menu.module.css';

const load = () => import('../features/account/account-panel.tsx');
const AccountPanel = lazy(() => load().then((file) => ({ default: file.AccountPanel })));

/** Who is signed in, and what they can do about it; on an open service that there is no sign-in. */
export function AccountButton() {
  const session = useSession();
  if (session === undefined || session.who === null) return null;
  const { who, mode } = session;
  const comes = (): void => void load();
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens on behalf of the button inside
    <span onPointerEnter={comes} onFocus={comes}>
      <PopoverButton
        className={styles.button}
        label={mode === 'open' ? 'Open' : shortName(who.name)}
        name={mode === 'open' ? 'Open: no sign-in' : `Account of ${who.name}`}
        panelName="Account"
      >
        {({ close }) => (
          <Suspense fallback={<Skeleton width={320} height={240} />}>
            <AccountPanel session={session} who={who} onLeave={close} />
          </Suspense>
        )}
      </PopoverButton>
    </span>
  );
}
