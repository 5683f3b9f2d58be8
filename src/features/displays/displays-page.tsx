import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import type { Displays } from '../../contract/displays.ts';
import plain from '../../parts/plain-page.module.css';
import { useMay, useSession } from '../../parts/use-session.ts';
import { useScreen } from '../../state/screen.ts';
import { goTo } from '../../state/use-view.ts';
import { DISPLAYS, type DisplaysView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { MobileBar } from '../../ui/mobile-shell.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DisplayDialog } from './display-dialog.tsx';
import styles from './displays-page.module.css';
import { Fleet } from './fleet.tsx';
import { HowToPair } from './how-to-pair.tsx';
import { useFleet, withTold, type Told } from './use-fleet.ts';

type Props = { readonly view: DisplaysView; readonly notices: ReactNode };

/** Displays on walls: how each of them is, what it shows, and the way to set up one more. */
export function DisplaysPage({ view, notices }: Props) {
  const screen = useScreen();
  const session = useSession();
  const may = useMay();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [said, setSaid] = useState('');
  const mayRead = may('listDisplays');
  const mayApprove = may('approveDisplay');
  const fleet = useFleet(mayRead, told);
  const close = (): void => goTo(DISPLAYS);
  return (
    <>
      {screen === 'phone' ? <MobileBar brand={<Link href="/">Kept</Link>} controls={null} /> : null}
      <main id="main" className={plain.page}>
        <PageHead
          title="Wall"
          sub="Screens that show the figures by themselves, and how they are."
          controls={
            mayApprove ? (
              <Button kind="primary" onClick={() => goTo({ ...DISPLAYS, open: { kind: 'approve' } })}>
                Approve a screen
              </Button>
            ) : null
          }
        />
        {notices}
        {session === undefined || mayRead ? null : (
          <p className={plain.quiet}>Displays are seen by people who have signed in.</p>
        )}
        <p role="status" className={styles.said}>
          {said}
        </p>
        {fleet.error === null ? null : (
          <div role="alert">
            <p className={plain.quiet}>
              {fleet.data === undefined ? 'The displays could not be read.' : 'The displays could not be read again.'}{' '}
              {wordsOf(fleet.error)}
              {referenceOf(fleet.error) === null ? '' : ` Reference ${referenceOf(fleet.error) ?? ''}`}
            </p>
            <Button onClick={() => void fleet.refetch()}>Try again</Button>
          </div>
        )}
        {fleet.data === undefined ? null : (
          <Shown
            fleet={fleet.data}
            readAt={fleet.dataUpdatedAt}
            told={told}
            onTold={(next) => setTold((all) => withTold(all, next))}
            onSaid={setSaid}
          />
        )}
      </main>
      {view.open === null || fleet.data === undefined ? null : (
        <DisplayDialog
          key={view.open.kind === 'display' ? view.open.id : 'approve'}
          open={view.open}
          displays={fleet.data.displays}
          onClose={close}
          onKept={setSaid}
        />
      )}
    </>
  );
}

type ShownProps = {
  readonly fleet: Displays;
  readonly readAt: number;
  readonly told: readonly Told[];
  readonly onTold: (told: Told) => void;
  readonly onSaid: (words: string) => void;
};

function Shown({ fleet, readAt, told, onTold, onSaid }: ShownProps) {
  return (
    <>
      {fleet.displays.length === 0 ? null : (
        <section className={plain.section} aria-labelledby="displays">
          <h2 id="displays">Displays</h2>
          <Fleet fleet={fleet} readAt={readAt} told={told} onTold={onTold} onSaid={onSaid} />
        </section>
      )}
      <HowToPair standing={fleet.displays.length === 0 ? 'none' : 'some'} />
    </>
  );
}
