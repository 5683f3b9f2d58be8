import { useState, type SubmitEvent } from 'react';
import { startImport, undoImport, type ImportChoice } from '../../api/commands.ts';
import { useImportRun, type ImportRun } from '../../api/use-import-run.ts';
import { PRESETS } from '../../contract/imports.ts';
import { RECORD_KINDS } from '../../domain/catalogue-types.ts';
import { Button } from '../../ui/button.tsx';
import styles from './data-page.module.css';
import { ImportReportView } from './import-report-view.tsx';
import { progressWords } from './import-words.ts';
import { useFormats } from './use-formats.ts';

/** Files, how to read them, and what may be written. Several files go one after the other; a refused one stops the rest. */
export function ImportForm() {
  const { run, start } = useImportRun();
  const [file, setFile] = useState('');
  const busy = run.kind === 'starting' || run.kind === 'running';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const choice = choiceOf(form);
    for (const entry of form.getAll('files')) {
      if (!(entry instanceof File) || entry.name === '') continue;
      setFile(entry.name);
      await start(() => startImport(entry, choice));
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label>
        Files (CSV, TSV or JSON lines)
        <input type="file" name="files" multiple required />
      </label>
      <label>
        What they hold
        <select name="what" required defaultValue="">
          <option value="" disabled>
            Choose
          </option>
          <optgroup label="Export of another system">
            {PRESETS.map((preset) => (
              <option key={preset} value={`preset:${preset}`}>
                {preset}
              </option>
            ))}
          </optgroup>
          <optgroup label="Records with the columns of Kept">
            {RECORD_KINDS.map((kind) => (
              <option key={kind} value={`kind:${kind}`}>
                {kind.replace('_', ' ')}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <fieldset className={styles.covers}>
        <legend>Days that they cover (found from the rows when left empty)</legend>
        <label>
          From <input type="date" name="from" />
        </label>
        <label>
          to <input type="date" name="to" />
        </label>
      </fieldset>
      <label className={styles.check}>
        <input type="checkbox" name="dryRun" /> Try only: say what would change, write nothing
      </label>
      <label className={styles.check}>
        <input type="checkbox" name="strict" /> Refuse the whole file when any row is refused
      </label>
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={busy}>
          {busy ? 'Importing …' : 'Import'}
        </Button>
      </p>
      <RunView run={run} file={file} />
    </form>
  );
}

function RunView({ run, file }: { readonly run: ImportRun; readonly file: string }) {
  const { number } = useFormats();
  switch (run.kind) {
    case 'idle':
      return null;
    case 'starting':
      return <p role="status">Sending {file} …</p>;
    case 'running':
      return (
        <div className={styles.run}>
          <progress aria-label={`Import of ${file}`} max={1} {...valueOf(run.progress?.fraction ?? null)} />
          <p>{run.progress === null ? 'Started' : progressWords(run.progress, number)}</p>
          <Button kind="link" onClick={() => void undoImport(run.id)}>
            Cancel
          </Button>
        </div>
      );
    case 'ended':
      return (
        <section aria-label={`Report of ${file}`} role="status">
          <h3>{run.report.fileName}</h3>
          <ImportReportView report={run.report} />
        </section>
      );
    case 'refused':
      return (
        <p role="alert">
          {file} was not imported. {run.reason}
        </p>
      );
  }
}

/** A progress element without a value says "under way". */
function valueOf(fraction: number | null): { readonly value?: number } {
  return fraction === null ? {} : { value: fraction };
}

function choiceOf(form: FormData): ImportChoice {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [sort, name] = text('what').split(':');
  const preset = PRESETS.find((each) => sort === 'preset' && each === name);
  const kind = RECORD_KINDS.find((each) => sort === 'kind' && each === name);
  const from = text('from');
  const to = text('to');
  return {
    ...(preset === undefined ? {} : { preset }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === '' || to === '' ? {} : { covers: `${from}..${to}` }),
    dryRun: form.has('dryRun'),
    strict: form.has('strict'),
  };
}
