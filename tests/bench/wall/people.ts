import type { Display, DisplayCommand, Displays, DisplayWords } from '../../../src/contract/displays.ts';
import { TIME_ZONE } from '../service.ts';
import type { Tab } from './tab.ts';

const always = { seconds: 20, schedule: null } as const;
const WORDS: DisplayWords = {
  name: 'Hall',
  diagonalInches: 55,
  distanceMetres: 5,
  timeZone: TIME_ZONE,
  team: [],
  slides: [
    { ...always, id: 'dimensions', kind: 'dimensions' },
    { ...always, id: 'measured', kind: 'trend', indicator: 'retention-12-week' },
    { ...always, id: 'claims', kind: 'trend', indicator: 'repeated-claims' },
    { ...always, id: 'promise', kind: 'promise' },
    { ...always, id: 'goals', kind: 'goals' },
    { ...always, id: 'signals', kind: 'signals' },
    { ...always, id: 'due', kind: 'due' },
    {
      ...{ seconds: 15, id: 'message', kind: 'message', title: 'Stock count', until: '2026-11-28' },
      ...{
        text: 'On Friday from 14:00. Orders until noon.',
        schedule: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      },
    },
  ],
  dim: { from: '20:00', to: '06:30', level: 0.4 },
  reloadAt: '03:30',
};

const ask = async <Answer>(origin: string, method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await fetch(`${origin}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin } }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
};

const PAIRING_CODE = /[2-9A-HJKMNP-TV-Z]{3}[\s\u2009-]*[2-9A-HJKMNP-TV-Z]{3}/;

/** The code on the screen; null while there is none. */
export const codeOn = async (tab: Tab): Promise<string | null> => {
  const shown = (await tab.call(() => document.body.textContent, null)) ?? '';
  return PAIRING_CODE.exec(shown)?.[0].replace(/[^2-9A-Z]/g, '') ?? null;
};

/** Approves a display by its code, as somebody in front of it does. Answers its id. */
export const pair = async (origin: string, code: string): Promise<string> => {
  const { id } = await ask<Display>(origin, 'POST', '/api/displays', { code, words: WORDS });
  return id;
};

/** What somebody wants of the display, by the Wall page. Only the latest is kept for a display to fetch. */
export const command = async (origin: string, display: string, what: DisplayCommand): Promise<void> => {
  await ask(origin, 'POST', `/api/displays/${display}/commands`, what);
};

/** Which slide the display said it shows. */
export const slideOn = async (origin: string, display: string): Promise<string | null> => {
  const { displays } = await ask<Displays>(origin, 'GET', '/api/displays');
  return displays.find(({ id }) => id === display)?.beat?.slide ?? null;
};
