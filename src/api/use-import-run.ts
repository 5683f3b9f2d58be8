import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportProgress, ImportReport } from '../contract/imports.ts';
import { wordsOf } from './api-error.ts';
import { followImport } from './import-progress.ts';
import { importQuery } from './import-queries.ts';
import { refetchScreen } from './refetch-screen.ts';

/** An import as the page follows it, from the press of the button to its report. */
export type ImportRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly id: number; readonly progress: ImportProgress | null }
  | { readonly kind: 'ended'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly reason: string };

/** Starts an import and follows it. When it has ended, everything on the screen is fetched again. */
export function useImportRun(): {
  readonly run: ImportRun;
  readonly start: (begin: () => Promise<ImportReport>) => Promise<void>;
} {
  const client = useQueryClient();
  const [run, setRun] = useState<ImportRun>({ kind: 'idle' });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const start = useCallback(
    async (begin: () => Promise<ImportReport>) => {
      setRun({ kind: 'starting' });
      try {
        const begun = await begin();
        setRun({ kind: 'running', id: begun.id, progress: null });
        await new Promise<void>((ended) => {
          stop.current = followImport(
            begun.id,
            (progress) => setRun({ kind: 'running', id: begun.id, progress }),
            ended,
          );
        });
        const report = await client.query({ ...importQuery(begun.id), staleTime: 0 });
        setRun({ kind: 'ended', report });
        refetchScreen(client);
      } catch (error) {
        setRun({ kind: 'refused', reason: wordsOf(error) });
      }
    },
    [client],
  );
  return { run, start };
}
