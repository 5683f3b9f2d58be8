import type { ReactNode } from 'react';
import { Link } from 'wouter';
import plain from '../../parts/plain-page.module.css';
import { useMay, useSession } from '../../parts/use-session.ts';
import { useScreen } from '../../state/screen.ts';
import { goTo } from '../../state/use-view.ts';
import type { PeopleSection, PeopleView } from '../../state/view.ts';
import { MobileBar } from '../../ui/mobile-shell.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { KeysSection } from './keys-section.tsx';
import { LogSection } from './log-section.tsx';
import { PeopleList } from './people-list.tsx';

const SECTIONS: ReadonlyArray<{ readonly value: PeopleSection; readonly label: string }> = [
  { value: 'people', label: 'People' },
  { value: 'keys', label: 'Keys' },
  { value: 'log', label: 'Log' },
];

type Props = { readonly view: PeopleView; readonly notices: ReactNode };

/** Who may do what, keys for imports, and who did what: for administrators. */
export function PeoplePage({ view, notices }: Props) {
  const screen = useScreen();
  const session = useSession();
  const may = useMay();
  return (
    <>
      {screen === 'phone' ? <MobileBar brand={<Link href="/">Kept</Link>} controls={null} /> : null}
      <main id="main" className={plain.page}>
        <PageHead
          title="People"
          sub="Who may do what, and who did what."
          controls={
            may('listPeople') ? (
              <SegmentedControl
                label="Show"
                options={SECTIONS}
                value={view.show}
                onChange={(show) => goTo({ ...view, show })}
              />
            ) : null
          }
        />
        {notices}
        {session === undefined ? null : may('listPeople') ? (
          <Shown show={view.show} mode={session.mode} />
        ) : (
          <p className={plain.quiet}>This page is for administrators. Your rights stand in your account, above.</p>
        )}
      </main>
    </>
  );
}

type ShownProps = Pick<PeopleView, 'show'> & Pick<NonNullable<ReturnType<typeof useSession>>, 'mode'>;

function Shown({ show, mode }: ShownProps) {
  switch (show) {
    case 'people':
      return <PeopleList mode={mode} />;
    case 'keys':
      return <KeysSection />;
    case 'log':
      return <LogSection />;
  }
}
