import { Minute, MinuteVersions, type NewMinute } from '../../src/contract/minutes.ts';
import { Review } from '../../src/contract/reviews.ts';
import { isoWeekLabel, parseIsoWeek } from '../../src/domain/week.ts';
import { askFor, type Running } from './implementation.ts';

export type Method = 'POST' | 'PUT' | 'DELETE';

/** A request with a JSON body. */
export const json = (method: Method, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

let made = 0;

/** An id as a page makes them; another one each time. */
export const newId = (): string => {
  made += 1;
  return `entry-${String(made).padStart(6, '0')}`;
};

export const note = (more: Partial<NewMinute> = {}): NewMinute => ({
  id: newId(),
  kind: 'note',
  indicator: null,
  text: 'Carrier short of drivers',
  author: 'Ana Ruiz',
  action: null,
  ...more,
});

export const action = (
  more: Partial<NewMinute> = {},
  words: Partial<NonNullable<NewMinute['action']>> = {},
): NewMinute =>
  note({
    kind: 'action',
    text: 'Agree on a second carrier',
    action: { owner: 'Tom', due: '2026-12-04', cause: null, improvement: null, state: 'open', ...words },
    ...more,
  });

const query = (teams: readonly string[]): string =>
  teams.length === 0 ? '' : `?${teams.map((team) => `team=${encodeURIComponent(team)}`).join('&')}`;

export const reviewPath = (week: string, teams: readonly string[] = [], below = ''): string =>
  `/api/reviews/${week}${below}${query(teams)}`;

export const review = async (running: Running, week: string, teams: readonly string[] = []): Promise<Review> =>
  askFor(running, Review, reviewPath(week, teams));

export const add = async (
  running: Running,
  week: string,
  minute: NewMinute,
  teams: readonly string[] = [],
): Promise<Minute> => askFor(running, Minute, reviewPath(week, teams, '/minutes'), json('POST', minute), 201);

/** The entry as it stands, changed in part, as a page sends it whole. */
export const changeOf = (
  { revision, indicator, text, action: words }: Minute,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => {
  const plain = words && {
    owner: words.owner,
    due: words.due,
    cause: words.cause,
    improvement: words.improvement,
    state: words.state,
  };
  return { revision, indicator, text, author: 'Tom', action: plain, ...more };
};

export const change = async (
  running: Running,
  minute: Minute,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Minute> => askFor(running, Minute, `/api/minutes/${minute.id}`, json('PUT', changeOf(minute, more)));

export const moveTo = async (
  running: Running,
  minute: Minute,
  state: 'open' | 'done' | 'dropped',
  author = 'Tom',
): Promise<Minute> => {
  const words = changeOf(minute)['action'] as Readonly<Record<string, unknown>>;
  return change(running, minute, { author, action: { ...words, state } });
};

export const removalPath = ({ id, revision }: Pick<Minute, 'id' | 'revision'>, author = 'Tom'): string =>
  `/api/minutes/${id}?revision=${revision}&author=${encodeURIComponent(author)}`;

export const versions = async (running: Running, id: string): Promise<MinuteVersions['versions']> =>
  (await askFor(running, MinuteVersions, `/api/minutes/${id}/versions`)).versions;

export const earlier = (week: string, by: number): string => isoWeekLabel((parseIsoWeek(week) ?? Number.NaN) - by);

export const close = async (
  running: Running,
  week: string,
  dataVersion: number,
  teams: readonly string[] = [],
): Promise<Review> => {
  const spent = [{ section: 'exceptions', minutes: 21 }];
  return askFor(
    running,
    Review,
    reviewPath(week, teams, '/closing'),
    json('POST', { author: 'Ana Ruiz', dataVersion, spent }),
  );
};
