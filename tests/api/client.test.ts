import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { onAccessNotice } from '../../src/api/access-notices.ts';
import { ApiError, referenceOf, refusedAt, waitOf, wordsOf } from '../../src/api/api-error.ts';
import { request, requestTagged, withFetcher } from '../../src/api/client.ts';
import { Teams } from '../../src/contract/teams.ts';

let undo = (): void => undefined;
afterEach(() => undo());

function answering(status: number, body: string): void {
  undo = withFetcher(async () => Promise.resolve(new Response(body, { status })));
}

async function failureOf(path: string): Promise<ApiError> {
  const error: unknown = await request(Teams, path).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (error instanceof ApiError) return error;
  throw new Error('the request did not fail as it should');
}

describe('the client', () => {
  it('gives what the contract allows', async () => {
    answering(200, '{"teams":[{"id":"a","name":"A","parent":null}]}');
    await expect(request(Teams, '/api/teams')).resolves.toEqual({ teams: [{ id: 'a', name: 'A', parent: null }] });
  });

  it('says which part of an answer breaks the contract: another version must not draw wrong figures', async () => {
    answering(200, '{"teams":[{"id":"a","name":7,"parent":null}]}');
    expect((await failureOf('/api/teams')).failure).toEqual({ kind: 'parse', status: 200, where: 'teams.0.name' });
  });

  it.each([
    { body: '<!doctype html>', status: 200, kind: 'parse' },
    { body: '', status: 200, kind: 'parse' },
    { body: '{"message":"no"}', status: 500, kind: 'parse' },
    { body: '<html>Bad gateway</html>', status: 502, kind: 'network' },
    { body: 'Service Unavailable', status: 503, kind: 'network' },
  ])('status $status with "$body" is a $kind failure, never a figure', async ({ body, status, kind }) => {
    answering(status, body);
    expect((await failureOf('/api/teams')).failure.kind).toBe(kind);
  });

  it('hands on sentence and reference of the service: they lead to its log', async () => {
    const error = { code: 'internal', message: 'Could not read teams.', reference: 'E42' };
    answering(500, JSON.stringify(error));
    const failed = await failureOf('/api/teams');
    expect(failed.failure).toEqual({ kind: 'service', status: 500, error });
    expect(wordsOf(failed)).toBe('Could not read teams.');
    expect(referenceOf(failed)).toBe('E42');
  });

  it('tells silence in plain words and without a reference', async () => {
    undo = withFetcher(async () => Promise.reject(new TypeError('Failed to fetch')));
    const failed = await failureOf('/api/teams');
    expect(failed.failure).toEqual({ kind: 'network' });
    expect(wordsOf(failed)).toMatch(/does not answer/);
    expect(referenceOf(failed)).toBeNull();
  });

  it('asks without headers of its own: the browser would not match the preload', async () => {
    const asked: RequestInit[] = [];
    undo = withFetcher(async (_, init) => {
      asked.push(init);
      return Promise.resolve(new Response('{"teams":[]}'));
    });
    await request(Teams, '/api/teams');
    expect(asked).toEqual([{}]);
  });

  it('says how long to wait, and tells the page that a session has ended, but not for a wrong password', async () => {
    const heard: string[] = [];
    const stop = onAccessNotice((notice) => heard.push(notice));
    const refuse = (status: number, code: string, at?: string): void => {
      const body = { code, message: 'In words.', reference: 'R', ...(at === undefined ? {} : { at }) };
      undo = withFetcher(() =>
        Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'retry-after': '40' } })),
      );
    };
    refuse(429, 'too-many-tries', 'password');
    const held = await failureOf('/api/session');
    expect([waitOf(held), refusedAt(held)]).toEqual([40, 'password']);
    expect(wordsOf(held)).toBe('Too many tries. Try again in 40 seconds.');
    refuse(401, 'not-signed-in', 'password');
    await failureOf('/api/session');
    expect(heard).toEqual([]);
    refuse(401, 'not-signed-in');
    await failureOf('/api/teams');
    refuse(403, 'forbidden');
    await failureOf('/api/goals');
    expect(heard).toEqual(['ended', 'narrower']);
    stop();
  });
});

describe('a content that is kept by its tag', () => {
  const Figures = z.object({ figure: z.number() });
  const signal = new AbortController().signal;
  const asking = async (tag: string | null, response: Response) => {
    const sent: RequestInit[] = [];
    const undo = withFetcher((_, init) => {
      sent.push(init);
      return Promise.resolve(response);
    });
    try {
      return { answer: await requestTagged(Figures, '/api/wall/board', tag, signal), sent: sent[0] };
    } finally {
      undo();
    }
  };

  it('comes with its tag, and is asked for without one where none is kept', async () => {
    const { answer, sent } = await asking(null, new Response('{"figure":7}', { headers: { etag: '"1"' } }));
    expect(answer).toEqual({ kind: 'new', value: { figure: 7 }, tag: '"1"' });
    expect(sent?.headers).toBeUndefined();
  });

  it('is the same where the service says so', async () => {
    const { answer, sent } = await asking('"1"', new Response(null, { status: 304 }));
    expect(answer).toEqual({ kind: 'same' });
    expect(sent?.headers).toEqual({ 'if-none-match': '"1"' });
  });

  it('is not taken where it is none of the contract', async () => {
    await expect(asking('"1"', new Response('{"figure":"x"}'))).rejects.toMatchObject({ failure: { kind: 'parse' } });
  });
});
