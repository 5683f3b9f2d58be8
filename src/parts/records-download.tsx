import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../api/api-error.ts';
import type { RecordsOf } from '../api/paths.ts';
import { recordsQuery } from '../api/records-query.ts';
import { downloadText } from '../charts/download.ts';
import type { Records } from '../contract/records.ts';
import { Button } from '../ui/button.tsx';
import { recordsCsv } from '../reading/record-cells.ts';

/** The most rows that the service gives at once. */
const PAGE_SIZE = 500;

type Props = { readonly of: RecordsOf; readonly total: number; readonly fileName: string };
type Progress = { readonly kind: 'idle' | 'running' } | { readonly kind: 'failed'; readonly reason: string };

/** All rows behind the figure as CSV, fetched page by page. */
export function RecordsDownload({ of, total, fileName }: Props) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const download = async (): Promise<void> => {
    setProgress({ kind: 'running' });
    try {
      const pages: Records[] = [];
      for (let page = 1; (page - 1) * PAGE_SIZE < total; page += 1) {
        pages.push(await client.query({ ...recordsQuery({ ...of, page, pageSize: PAGE_SIZE }), gcTime: 0 }));
      }
      downloadText(fileName, 'text/csv;charset=utf-8', recordsCsv(pages));
      setProgress({ kind: 'idle' });
    } catch (error) {
      setProgress({ kind: 'failed', reason: wordsOf(error) });
    }
  };
  return (
    <>
      <Button disabled={progress.kind === 'running'} onClick={() => void download()}>
        {progress.kind === 'running' ? 'Reading …' : 'Download as CSV'}
      </Button>
      {progress.kind === 'failed' ? <span role="alert">{progress.reason}</span> : null}
    </>
  );
}
