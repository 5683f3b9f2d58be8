import { openAsBlob } from 'node:fs';
import { ServiceError } from '../../src/contract/errors.ts';
import { ImportProgress, ImportReport, Imports } from '../../src/contract/imports.ts';
import { ImporterFailure, type FileToImport, type Importer } from './importer-types.ts';

const failureOf = async (response: Response): Promise<ImporterFailure> => {
  const parsed = ServiceError.safeParse(await response.json().catch(() => null));
  return new ImporterFailure(
    parsed.success
      ? `${parsed.data.message} (reference ${parsed.data.reference})`
      : `The service answered ${response.status}.`,
  );
};

const queryOf = ({ fileName, choice, covers, dryRun, strict }: FileToImport): string => {
  const query = new URLSearchParams({ fileName, dryRun: String(dryRun), strict: String(strict) });
  const optional = { ...choice, covers };
  for (const [name, value] of Object.entries(optional)) if (value !== null) query.set(name, value);
  return query.toString();
};

/** The events of a stream, as https://html.spec.whatwg.org/multipage/server-sent-events.html has them; comments are skipped. */
async function* progressOf(response: Response): AsyncGenerator<ImportProgress> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) yield ImportProgress.parse(JSON.parse(event.slice(6)));
    }
  }
}

/** Imports through the running service at `url`; by key where people sign in there. */
export const serviceImporter = (url: string, key: string | null = null): Importer => {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(new URL(path, url), { ...init, headers }).catch((error: unknown) => {
      throw new ImporterFailure(
        `The service at ${url} does not answer (${error instanceof Error ? error.message : String(error)}).`,
      );
    });
    if (response.status === 401) {
      throw new ImporterFailure(
        key === null
          ? 'The running service wants to know who imports. Give it a key: KEPT_API_KEY=… (an administrator makes one).'
          : 'The running service does not know this key (KEPT_API_KEY), or it was revoked.',
      );
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  };
  const reportOf = async (id: number): Promise<ImportReport> =>
    ImportReport.parse(await (await ask(`/api/imports/${id}`)).json());
  const remove = async (id: number): Promise<ImportReport> =>
    ImportReport.parse(await (await ask(`/api/imports/${id}`, { method: 'DELETE' })).json());

  return {
    importFile: async (file, onProgress, signal) => {
      /* A blob of a file is read from the disk while it is sent: memory stays flat. */
      const body = await openAsBlob(file.path);
      const started = ImportReport.parse(
        await (await ask(`/api/imports?${queryOf(file)}`, { method: 'POST', body, signal })).json(),
      );
      const cancel = (): void => {
        void remove(started.id).catch(() => undefined);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        for await (const progress of progressOf(await ask(`/api/imports/${started.id}/progress`))) onProgress(progress);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
      return reportOf(started.id);
    },
    list: async () => Imports.parse(await (await ask('/api/imports')).json()).imports,
    undo: remove,
    close: () => Promise.resolve(),
  };
};
