import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQuery } from '../../api/people-queries.ts';
import type { AuditEntry } from '../../contract/audit.ts';
import plain from '../../parts/plain-page.module.css';
import { Button } from '../../ui/button.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { deedWords, whoWords } from './log-words.ts';
import styles from './people-page.module.css';
import { SectionFailure } from './section-failure.tsx';
import { useMoments } from './use-moments.ts';

/** Who did what when, newest first. Nothing in it can be changed, here or anywhere. */
export function LogSection() {
  const log = useInfiniteQuery(auditQuery());
  const moment = useMoments();
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className={plain.section} aria-labelledby="log">
      <div className={styles.head}>
        <h2 id="log">Who did what</h2>
        <Button disabled={log.isFetching} onClick={() => void log.refetch()}>
          Look again
        </Button>
      </div>
      {log.error === null ? null : (
        <SectionFailure what="The log" error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data === undefined ? null : entries.length === 0 ? (
        <p className={plain.quiet}>Nothing was done yet.</p>
      ) : (
        <Table
          caption="Who did what, newest first"
          captionLook="hidden"
          columns={columnsOf(moment)}
          rows={entries}
          rowKey={({ id }) => id}
        />
      )}
      {log.hasNextPage ? (
        <p className={styles.more}>
          <Button disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {log.isFetchingNextPage ? 'Reading …' : 'Older entries'}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function columnsOf(moment: (instant: string) => string): ReadonlyArray<TableColumn<AuditEntry>> {
  return [
    { id: 'at', header: 'When', kind: 'text', cell: ({ at }) => moment(at) },
    { id: 'who', header: 'Who', kind: 'row-header', cell: (entry) => whoWords(entry) },
    {
      id: 'what',
      header: 'What',
      kind: 'text',
      cell: (entry) => (
        <div className={styles.row}>
          {entry.outcome === 'refused' ? <b className={styles.refused}>Refused:</b> : null} {deedWords(entry.what)}
          {entry.about === null && entry.detail === null ? null : (
            <span className={styles.second}>
              {[entry.about, entry.detail].filter((part) => part !== null).join(': ')}
            </span>
          )}
        </div>
      ),
    },
    { id: 'from', header: 'From', kind: 'text', need: 'extra', cell: ({ from }) => from ?? '' },
  ];
}
