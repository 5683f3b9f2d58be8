import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../api/api-error.ts';
import { importQuery } from '../../api/import-queries.ts';
import { goTo } from '../../state/use-view.ts';
import { DATA } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ImportReportView } from './import-report-view.tsx';

/** The report of the import that the address names. */
export function OpenImport({ id }: { readonly id: number }) {
  const { data, error } = useQuery(importQuery(id));
  return (
    <Dialog title={data === undefined ? `Import ${id}` : data.fileName} size="wide" onClose={() => goTo(DATA)}>
      {error === null ? null : <p role="alert">{wordsOf(error)}</p>}
      {data === undefined ? null : <ImportReportView report={data} />}
    </Dialog>
  );
}
