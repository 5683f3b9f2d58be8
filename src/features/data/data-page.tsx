import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import { importsQuery } from '../../api/import-queries.ts';
import type { Imports } from '../../contract/imports.ts';
import { healthQuery } from '../../api/queries.ts';
import { useMay, useSession } from '../../parts/use-session.ts';
import { useScreen } from '../../state/screen.ts';
import type { DataView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { MobileBar } from '../../ui/mobile-shell.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './data-page.module.css';
import { ImportForm } from './import-form.tsx';
import { ImportsTable } from './imports-table.tsx';
import { OpenImport } from './open-import.tsx';

type Props = {
  readonly view: DataView;
  /** Banners that hold for every page. */
  readonly notices: ReactNode;
  /** What an empty service offers. */
  readonly empty: ReactNode;
};

/** What came in, when, from where, and the way to bring in more or take it back. */
export function DataPage({ view, notices, empty }: Props) {
  const { data: health } = useQuery(healthQuery());
  const session = useSession();
  const may = useMay();
  const mayImport = may('startImport');
  const imports = useQuery({ ...importsQuery(), enabled: may('listImports') });
  const screen = useScreen();
  return (
    <>
      {screen === 'phone' ? <MobileBar brand={<Link href="/">Kept</Link>} controls={null} /> : null}
      <main id="main" className={styles.page}>
        <PageHead title="Data" sub="What came in, when and from where. An import can be taken back as a whole." />
        {notices}
        {health?.empty === true ? empty : null}
        {session === undefined || mayImport ? null : (
          <p className={styles.barred}>
            Imports are seen and made by editors. Your rights stand in your account, above.
          </p>
        )}
        {mayImport ? <Columns imports={imports} /> : null}
      </main>
      {view.open === null || !mayImport ? null : <OpenImport id={view.open} />}
    </>
  );
}

/** What came in, and the way to bring in more. */
function Columns({ imports }: { readonly imports: UseQueryResult<Imports> }) {
  return (
    <div className={styles.columns}>
      <section className={styles.section} aria-labelledby="imports">
        <h2 id="imports">Imports</h2>
        {imports.isError ? (
          <div role="alert">
            <p>The imports could not be read. {wordsOf(imports.error)}</p>
            {referenceOf(imports.error) === null ? null : <p>Reference {referenceOf(imports.error)}</p>}
            <Button onClick={() => void imports.refetch()}>Try again</Button>
          </div>
        ) : null}
        {imports.data === undefined ? null : <ImportsTable imports={imports.data.imports} />}
      </section>
      <section className={styles.section} aria-labelledby="new-import">
        <h2 id="new-import">Import a file</h2>
        <ImportForm />
      </section>
    </div>
  );
}
