import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { loadSample } from '../api/commands.ts';
import { catalogueQuery } from '../api/queries.ts';
import { useImportRun, type ImportRun } from '../api/use-import-run.ts';
import { useMay, useSession } from '../parts/use-session.ts';
import { formats } from '../domain/format.ts';
import { Button } from '../ui/button.tsx';
import styles from './empty-service.module.css';

/** Nothing is stored yet: the two ways on, both in a few words. */
export function EmptyService() {
  const { run, start } = useImportRun();
  const session = useSession();
  const may = useMay();
  if (session === undefined) return null;
  if (!may('loadSample')) return <NothingYet />;
  const busy = run.kind === 'starting' || run.kind === 'running';
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">There is no data yet</h2>
      <p>Kept shows what your records say. Nothing was imported so far, so there is nothing to show.</p>
      <div className={styles.ways}>
        <div>
          <h3>Look around first</h3>
          <p>
            Load the sample company: three years of orders, claims and answers, made up, with known effects in them.
          </p>
          <p>
            <Button kind="primary" disabled={busy} onClick={() => void start(loadSample)}>
              {busy ? 'Loading the sample …' : 'Load the sample'}
            </Button>
          </p>
          <Progress run={run} />
        </div>
        <div>
          <h3>Import your own records</h3>
          <p>
            Orders alone already give on time, in full and retention. Import a file on the{' '}
            <Link className={styles.link} href="/data">
              Data page
            </Link>
            , or on the command line:
          </p>
          <pre className={styles.command}>
            <code>npm run import -- orders.csv --kind orders</code>
          </pre>
        </div>
      </div>
    </section>
  );
}

/** For whoever may not import: what is missing, and who brings it. */
function NothingYet() {
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">There is no data yet</h2>
      <p>Kept shows what the records say, and none were imported so far. An editor imports them.</p>
    </section>
  );
}

function Progress({ run }: { readonly run: ImportRun }) {
  const { data } = useQuery(catalogueQuery());
  if (run.kind === 'refused') return <p role="alert">The sample could not be loaded. {run.reason}</p>;
  if (run.kind === 'ended' && run.report.status !== 'done') {
    return <p role="alert">The sample could not be loaded. {run.report.error?.message ?? 'Nothing was kept of it.'}</p>;
  }
  if (run.kind !== 'running') return null;
  const count = formats(data?.organisation.locale ?? 'en-GB').count;
  const { progress } = run;
  const value = progress?.fraction ?? null;
  return (
    <div className={styles.progress}>
      <progress aria-label="Loading the sample" max={1} {...(value === null ? {} : { value })} />
      <p>{progress === null ? 'Started' : `${count(progress.rowsRead)} rows read`}</p>
    </div>
  );
}
