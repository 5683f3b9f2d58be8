import { HttpResponse, http, type RequestHandler } from 'msw';
import {
  DisplayChange,
  DisplayCommand,
  NewDisplay,
  type Display,
  type DisplayWords,
} from '../../src/contract/displays.ts';
import { mayDo } from '../../src/domain/policy.ts';
import { errorResponse } from '../state/errors.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { isKnownIndicator, parseBody } from './query.ts';

const noStore = { 'cache-control': 'no-store' };
/** Wrong codes after which everybody has to wait, and for how long. */
const TRIES = 10;
const WAIT_SECONDS = 60;

type Misses = { count: number; until: number };

const listed = (state: MockState): Response =>
  HttpResponse.json({ displays: state.displays.list(), build: state.build() }, { headers: noStore });

const none = (): Response =>
  errorResponse('not-found', 'There is no such display: it was revoked, or never was. Load the list anew.', 'id');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Why words cannot stand; null where they can. Teams and slides that stood `before` are let be. */
function wrongWords(
  state: MockState,
  { team, slides, timeZone }: DisplayWords,
  before: DisplayWords | null = null,
): Response | null {
  const { teams } = state.dataset();
  const unknown = team.find((id) => !teams.some((known) => known.id === id) && before?.team.includes(id) !== true);
  if (unknown !== undefined) return errorResponse('not-found', `There is no team ${unknown}.`, 'words.team');
  if (!isTimeZone(timeZone))
    return errorResponse('bad-request', `There is no time zone ${timeZone}.`, 'words.timeZone');
  if (new Set(slides.map(({ id }) => id)).size < slides.length)
    return errorResponse('bad-request', 'Two slides have one id.', 'words.slides');
  const stood = new Set(before?.slides.map((slide) => JSON.stringify(slide)));
  const strange = slides.find(
    (slide) => slide.kind === 'trend' && !isKnownIndicator(state, slide.indicator) && !stood.has(JSON.stringify(slide)),
  );
  return strange?.kind === 'trend'
    ? errorResponse('not-found', `There is no indicator ${strange.indicator}.`, 'words.slides')
    : null;
}

async function approve(state: MockState, misses: Misses, request: Request): Promise<Response> {
  const parsed = await parseBody(NewDisplay, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { code, words } = parsed.body;
  const wrong = wrongWords(state, words);
  if (wrong !== null) return wrong;
  const wait = Math.ceil((misses.until - Date.now()) / 1000);
  if (wait > 0) return errorResponse('too-many-tries', `Too many wrong codes. Try again in ${wait} s.`, 'code', wait);
  const pairing = state.displays.byCode(code);
  if (pairing === undefined) {
    misses.count++;
    if (misses.count % TRIES === 0) misses.until = Date.now() + WAIT_SECONDS * 1000;
    return errorResponse(
      'not-found',
      'No screen shows this code. Codes are good for 15 minutes: compare it with the screen.',
      'code',
    );
  }
  misses.count = 0;
  const who = personSignedIn(state);
  const display = state.displays.approve(pairing, words, who.kind === 'nobody' ? '' : who.name);
  state.audit.add(who, 'approveDisplay', { about: words.name });
  return HttpResponse.json(display, { status: 201, headers: noStore });
}

/** Where a scenario says so, somebody else renames a display just before the page's first save of it. */
function meanwhile(state: MockState, { id, words }: Display): void {
  const { editDisplay } = state.behaviour;
  if (editDisplay === null || state.heard.edited.has(id)) return;
  state.heard.edited.add(id);
  state.displays.change(id, editDisplay(words));
}

async function change(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseBody(DisplayChange, request);
  if ('refusal' in parsed) return parsed.refusal;
  const { revision, words } = parsed.body;
  const before = state.displays.find(id);
  if (before === undefined) return none();
  const who = personSignedIn(state);
  if (!mayDo(who, 'changeDisplay', words.team))
    return errorResponse('forbidden', 'A display can be given only to teams that you lead.', 'words.team');
  meanwhile(state, before);
  if (state.displays.find(id)?.revision !== revision)
    return errorResponse(
      'conflict',
      'Somebody has changed this display meanwhile. Load it anew, and change it from there.',
      'revision',
    );
  const wrong = wrongWords(state, words, before.words);
  if (wrong !== null) return wrong;
  const changed = state.displays.change(id, words);
  state.audit.add(who, 'changeDisplay', { about: words.name });
  return HttpResponse.json(changed, { headers: noStore });
}

async function command(state: MockState, id: string, request: Request): Promise<Response> {
  const parsed = await parseCommand(request);
  if (parsed instanceof Response) return parsed;
  const display = state.displays.find(id);
  if (display === undefined) return none();
  if (parsed.kind === 'show' && !display.words.slides.some((slide) => slide.id === parsed.slide))
    return errorResponse('not-found', 'The display has no such slide.', 'slide');
  state.audit.add(personSignedIn(state), 'commandDisplay', { about: display.words.name, detail: parsed.kind });
  return HttpResponse.json(state.displays.command(id, parsed), { status: 202, headers: noStore });
}

async function parseCommand(request: Request): Promise<DisplayCommand | Response> {
  const given: unknown = await request.json().catch(() => null);
  const parsed = DisplayCommand.safeParse(given);
  if (parsed.success) return parsed.data;
  const at = String(parsed.error.issues[0]?.path[0] ?? 'body');
  return errorResponse('bad-request', `The field ${at} cannot be used as it is.`, at);
}

/** Displays on walls, as people see them. */
export function displaysHandlers(state: MockState): RequestHandler[] {
  const misses: Misses = { count: 0, until: 0 };
  return [
    http.get('*/api/displays', async () => (await gate(state)) ?? listed(state)),
    http.post('*/api/displays', async ({ request }) => (await gate(state)) ?? approve(state, misses, request)),
    http.put('*/api/displays/:id', async ({ request, params }) => {
      return (await gate(state)) ?? change(state, String(params.id), request);
    }),
    http.post('*/api/displays/:id/commands', async ({ request, params }) => {
      return (await gate(state)) ?? command(state, String(params.id), request);
    }),
    http.delete('*/api/displays/:id', async ({ params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const display = state.displays.find(String(params.id));
      if (display === undefined) return none();
      state.displays.revoke(display.id);
      state.audit.add(personSignedIn(state), 'revokeDisplay', { about: display.words.name });
      return listed(state);
    }),
  ];
}
