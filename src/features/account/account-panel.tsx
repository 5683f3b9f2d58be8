import { useState } from 'react';
import { Link } from 'wouter';
import type { Session, SignedIn } from '../../contract/session.ts';
import { useMay } from '../../parts/use-session.ts';
import { RECORDS_WORDS, ROLE_NAMES, ROLE_WORDS } from '../../reading/access-words.ts';
import { addressOf } from '../../state/address.ts';
import { DISPLAYS, PEOPLE } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account-panel.module.css';
import { PasswordDialog } from './password-dialog.tsx';
import { SignOutButtons } from './sign-out-buttons.tsx';
import { TeamsLed } from './teams-led.tsx';

type Props = {
  readonly session: Session;
  readonly who: SignedIn;
  /** `plain`: in a dialog, which brings its own frame. */
  readonly look?: 'panel' | 'plain';
  readonly onLeave: () => void;
};

/** Who is signed in, what that person may do, and the ways out. */
export function AccountPanel({ session, who, look = 'panel', onLeave }: Props) {
  const may = useMay();
  const [dialog, setDialog] = useState<'none' | 'password'>('none');
  const { mode, expiresAt } = session;
  const isOpen = mode === 'open';
  return (
    <div className={look === 'panel' ? styles.panel : styles.plain}>
      {isOpen ? (
        <>
          <p className={styles.name}>Open: no sign-in, this machine only</p>
          <p className={styles.quiet}>
            Whoever sits at this machine may do everything; nobody else reaches Kept. Before others use it, whoever runs
            it chooses a sign-in in the settings.
          </p>
        </>
      ) : (
        <>
          <div>
            <p className={styles.name}>{who.name}</p>
            {who.email === null ? null : <p className={styles.meta}>{who.email}</p>}
          </div>
          <p className={styles.quiet}>
            <b>{ROLE_NAMES[who.role]}</b>: {ROLE_WORDS[who.role]}.
          </p>
          {who.role === 'lead' ? <TeamsLed teams={who.teams} /> : null}
          <p className={styles.quiet}>
            {RECORDS_WORDS}: {who.records ? 'shown' : 'not shown'}.
          </p>
        </>
      )}
      <div className={styles.actions}>
        {may('listPeople') ? (
          <Link
            className={styles.link}
            href={addressOf({ ...PEOPLE, show: isOpen ? 'log' : 'people' })}
            onClick={onLeave}
          >
            {isOpen ? 'Who did what' : 'People, keys and who did what'}
          </Link>
        ) : null}
        {may('listDisplays') ? (
          <Link className={styles.link} href={addressOf(DISPLAYS)} onClick={onLeave}>
            Displays on walls
          </Link>
        ) : null}
        {mode === 'accounts' ? (
          <Button kind="link" onClick={() => setDialog('password')}>
            Change the password
          </Button>
        ) : null}
        {expiresAt === null ? null : <SignOutButtons />}
        {mode === 'proxy' ? <p className={styles.meta}>Signed in by your organisation’s own sign-in.</p> : null}
      </div>
      {dialog === 'password' ? <PasswordDialog email={who.email ?? ''} onClose={() => setDialog('none')} /> : null}
    </div>
  );
}
