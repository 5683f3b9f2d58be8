import { describe, expect, it } from 'vitest';
import { preloadsFor } from '../../server/http/preloads.ts';
import { observationsPath, recordsPath, startImportPath } from '../../src/api/paths.ts';
import { viewOf } from '../../src/state/address.ts';

describe('paths of the service', () => {
  it.each(['/', '/?team=b&team=a', '/?team=a&team=a', '/?week=2026-W40&team=%26', '/?team=Süd%20%2F%20West'])(
    'the page asks at %s for what the service announced: else it is fetched twice',
    (address) => {
      const url = new URL(address, 'http://127.0.0.1');
      const view = viewOf(url.pathname, url.search);
      const teams = view.page === 'scorecard' ? view.teams : [];
      expect(preloadsFor(url)).toContain(observationsPath({ teams, span: 'latest' }));
    },
  );

  it('names the span of a past view', () => {
    const span = { from: '2023-W01', to: '2024-W01' };
    expect(observationsPath({ teams: ['a'], span })).toBe('/api/observations?team=a&from=2023-W01&to=2024-W01');
  });

  it('one request has one path, whatever the order of teams: else the cache holds it twice', () => {
    const of = { kind: 'claims', indicator: 'chases', week: '2026-W46', page: 1, pageSize: 50 };
    expect(recordsPath({ ...of, teams: ['b', 'a', 'b'] })).toBe(recordsPath({ ...of, teams: ['a', 'b'] }));
  });

  it('leaves out what the contract fills in, and keeps a file name whole', () => {
    expect(startImportPath({ fileName: 'a & b.csv', kind: 'orders', dryRun: false, strict: true })).toBe(
      '/api/imports?fileName=a+%26+b.csv&kind=orders&strict=true',
    );
  });
});
