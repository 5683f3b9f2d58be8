import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { wordsOf } from '../../api/api-error.ts';
import { undoImport } from '../../api/commands.ts';
import { refetchScreen } from '../../api/refetch-screen.ts';
import type { ImportReport } from '../../contract/imports.ts';
import { addressOf } from '../../state/address.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import styles from './data-page.module.css';
import { canUndo, countWords, statusWords, weekWords } from './import-words.ts';
import { useFormats, type Formats } from './use-formats.ts';

type Undoing =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked' | 'running'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly report: ImportReport; readonly reason: string };

export function ImportsTable({ imports }: { readonly imports: readonly ImportReport[] }) {
  const formats = useFormats();
  const client = useQueryClient();
  const [undoing, setUndoing] = useState<Undoing>({ kind: 'none' });
  const close = (): void => setUndoing({ kind: 'none' });
  const undo = async (report: ImportReport): Promise<void> => {
    setUndoing({ kind: 'running', report });
    try {
      await undoImport(report.id);
      close();
      refetchScreen(client);
    } catch (error) {
      setUndoing({ kind: 'failed', report, reason: wordsOf(error) });
    }
  };
  if (imports.length === 0) return <p className={styles.quiet}>Nothing was imported yet.</p>;
  return (
    <>
      <Table
        caption="Imports, newest first"
        captionLook="hidden"
        columns={columnsOf(formats, (report) => setUndoing({ kind: 'asked', report }))}
        rows={imports}
        rowKey={(report) => report.id}
      />
      {undoing.kind === 'none' ? null : (
        <Dialog title="Undo this import?" onClose={close}>
          <p>
            {undoing.report.fileName}: its {countWords(undoing.report.counts, formats.number)} rows are taken back and
            the weeks it touched are added up again. Nothing else changes.
          </p>
          {undoing.kind === 'failed' ? <p role="alert">{undoing.reason}</p> : null}
          <p className={styles.actions}>
            <Button kind="primary" disabled={undoing.kind === 'running'} onClick={() => void undo(undoing.report)}>
              {undoing.kind === 'running' ? 'Undoing …' : 'Undo the import'}
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
}

function columnsOf(formats: Formats, onUndo: (report: ImportReport) => void): ReadonlyArray<TableColumn<ImportReport>> {
  return [
    {
      id: 'file',
      header: 'File',
      kind: 'row-header',
      cell: (report) => (
        <Link className={styles.link} href={addressOf({ page: 'data', open: report.id })}>
          {report.fileName}
        </Link>
      ),
    },
    { id: 'when', header: 'When', kind: 'text', cell: (report) => formats.instant(report.startedAt) },
    { id: 'source', header: 'Source', kind: 'text', need: 'extra', cell: (report) => report.source },
    { id: 'rows', header: 'Rows', kind: 'number', cell: (report) => countWords(report.counts, formats.number) },
    { id: 'weeks', header: 'Weeks touched', kind: 'text', need: 'extra', cell: (report) => weekWords(report.weeks) },
    { id: 'by', header: 'By', kind: 'text', need: 'extra', cell: (report) => report.by },
    { id: 'status', header: 'Status', kind: 'text', cell: (report) => statusWords(report) },
    {
      id: 'undo',
      header: 'Take back',
      kind: 'text',
      cell: (report) =>
        canUndo(report) ? (
          <Button kind="link" onClick={() => onUndo(report)} aria-label={`Undo ${report.fileName}`}>
            Undo
          </Button>
        ) : null,
    },
  ];
}
