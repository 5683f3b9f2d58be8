import { HttpResponse, http, type RequestHandler } from 'msw';
import { ImportQuery, type ImportReport } from '../../src/contract/imports.ts';
import { mayImportKinds, NOBODY, type Principal } from '../../src/domain/policy.ts';
import { errorResponse } from '../state/errors.ts';
import { eventStream } from '../state/event-stream.ts';
import type { MockState } from '../state/mock-state.ts';
import { callerOf } from '../state/mock-caller.ts';
import { gate } from './gate.ts';
import { parseQuery } from './query.ts';

const NO_LISTS: ReadonlySet<string> = new Set();
const noStore = { 'cache-control': 'no-store' };

/** The name under which somebody imports; on an open service it is nobody's. */
const importerOf = (who: Principal): string =>
  who.kind === 'key' ? `API key ${who.name}` : who.kind === 'person' && who.id !== 'this-machine' ? who.name : 'you';

/** A key knows of no imports but those that it began. */
const mayKnow = (who: Principal, { by }: ImportReport): boolean => who.kind !== 'key' || by === importerOf(who);

function csvOf(report: ImportReport): string {
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const rows = report.refusedRows.map(({ line, column, value, reason }) =>
    [String(line), quote(column ?? ''), quote(value ?? ''), quote(reason)].join(','),
  );
  return ['line,column,value,reason', ...rows, ''].join('\r\n');
}

function undo(state: MockState, report: ImportReport): Response {
  const { imports, behaviour } = state;
  if (report.status === 'queued' || report.status === 'running') return HttpResponse.json(imports.cancel(report.id));
  if (report.status !== 'done' || report.dryRun)
    return errorResponse('conflict', `Import ${report.id} wrote nothing that could be undone.`);
  if (behaviour.undo === 'conflict')
    return errorResponse('conflict', 'A later import changed the same rows. Undo that one first.');
  return HttpResponse.json(imports.undo(report.id));
}

async function start(state: MockState, request: Request): Promise<Response> {
  const parsed = parseQuery(ImportQuery, new URL(request.url), NO_LISTS);
  if ('refusal' in parsed) return parsed.refusal;
  const { query } = parsed;
  if (query.preset === undefined && query.kind === undefined)
    return errorResponse('bad-request', 'Say what the file holds: a preset, or a kind of record.', 'kind');
  const who = callerOf(state, request) ?? NOBODY;
  const kinds = query.kind === undefined ? [] : [query.kind];
  if (!mayImportKinds(who, kinds)) {
    state.audit.add(who, 'startImport', { outcome: 'refused' });
    return errorResponse('forbidden', `This key is not made for ${kinds.join(', ') || (query.preset ?? '')}.`, 'kind');
  }
  const text = await request.text();
  if (text === '') return errorResponse('bad-request', 'The file is empty.');
  const report = state.imports.start(text, query, importerOf(who));
  const answer = query.wait ? await state.imports.ended(report.id) : report;
  return HttpResponse.json(answer, { status: 202, headers: noStore });
}

export function importsHandlers(state: MockState): RequestHandler[] {
  const { imports } = state;
  const withReport =
    (answer: (report: ImportReport) => Response) =>
    async ({
      params,
      request,
    }: {
      readonly params: Readonly<Record<string, unknown>>;
      readonly request: Request;
    }): Promise<Response> => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const report = imports.find(Number(params.id));
      return report === undefined || !mayKnow(callerOf(state, request) ?? NOBODY, report)
        ? errorResponse('not-found', 'There is no such import.', 'id')
        : answer(report);
    };
  return [
    http.post('*/api/imports', async ({ request }) => (await gate(state)) ?? start(state, request)),
    http.get('*/api/imports', async ({ request }) => {
      const who = callerOf(state, request) ?? NOBODY;
      const known = imports.list().filter((report) => mayKnow(who, report));
      return (await gate(state)) ?? HttpResponse.json({ imports: known }, { headers: noStore });
    }),
    http.get(
      '*/api/imports/:id',
      withReport((report) => HttpResponse.json(report, { headers: noStore })),
    ),
    http.delete(
      '*/api/imports/:id',
      withReport((report) => undo(state, report)),
    ),
    http.get(
      '*/api/imports/:id/progress',
      withReport((report) =>
        eventStream((send, end) => {
          const first = imports.progressOf(report.id);
          send(first);
          if (first.phase === 'done') {
            end();
            return () => undefined;
          }
          const stop = imports.onProgress((event) => {
            if (event.id !== report.id) return;
            send(event);
            if (event.phase !== 'done') return;
            stop();
            end();
          });
          return stop;
        }),
      ),
    ),
    http.get(
      '*/api/imports/:id/refused.csv',
      withReport((report) => {
        if (report.refusedRows.length === 0)
          return errorResponse('not-found', 'No row of this import was refused.', 'id');
        const headers = {
          ...noStore,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="refused-${report.id}.csv"`,
        };
        return new HttpResponse(csvOf(report), { headers });
      }),
    ),
  ];
}
