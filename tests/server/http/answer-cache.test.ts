import { expect, test } from 'vitest';
import { createAnswerCache } from '../../../server/http/answer-cache.ts';
import { chooseEncoding, type Encoding } from '../../../server/http/encoding.ts';

const accepted: ReadonlyArray<{ header: string | undefined; encoding: Encoding }> = [
  { header: undefined, encoding: 'identity' },
  { header: 'identity', encoding: 'identity' },
  { header: 'br;q=0, gzip;q=0.5', encoding: 'gzip' },
  { header: 'gzip;q=1.0, br;q=0.5', encoding: 'gzip' },
  { header: '*', encoding: 'br' },
  { header: 'GZIP', encoding: 'gzip' },
  { header: 'deflate', encoding: 'identity' },
];
test.each(accepted)('Accept-Encoding $header takes $encoding', ({ header, encoding }) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

test('an answer is made once however many ask, and again only after it was crowded out', async () => {
  const cache = createAnswerCache({ answers: 2, bytes: 1000 });
  let made = 0;
  const ask = async (key: string) => cache.answer(key, () => ({ key, made: (made += 1) }));
  await Promise.all([ask('a'), ask('a'), ask('a')]);
  expect(made).toBe(1);
  await ask('b');
  await ask('a');
  await ask('c');
  expect(made).toBe(3);
  await ask('a');
  expect(made).toBe(3);
  await ask('b');
  expect(made).toBe(4);
});

test('a cache of few bytes still answers what is larger than all of it', async () => {
  const cache = createAnswerCache({ answers: 10, bytes: 5 });
  const answer = await cache.answer('a', () => 'long enough');
  expect((await answer.encoded('br')).body.toString()).toBe('"long enough"');
});

test('an answer that could not be made is tried again', async () => {
  const cache = createAnswerCache({ answers: 2, bytes: 1000 });
  await expect(cache.answer('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(cache.answer('a', () => 'yes')).resolves.toMatchObject({ bytes: 5 });
});
