import { HttpResponse, http, type RequestHandler } from 'msw';
import {
  Beat,
  PairingRequest,
  type BeatAnswer,
  type Display,
  type Pairing,
  type WallEvent,
} from '../../src/contract/displays.ts';
import { approvedWords } from '../fixtures/displays.ts';
import { textFraction } from '../fixtures/random.ts';
import { boardOf } from '../state/board-of.ts';
import { displayCookie, displayCookieOf } from '../state/display-cookie.ts';
import { errorResponse } from '../state/errors.ts';
import { eventStream } from '../state/event-stream.ts';
import type { MockPairing } from '../state/mock-displays.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseBody } from './query.ts';

type Cookies = Readonly<Record<string, string | undefined>>;

const noStore = { 'cache-control': 'no-store' };
const POLL_SECONDS = 3;

/** The display that a request to `/api/wall/*` comes from: its cookie's, else the one that a scenario says this browser is. */
export const displayAsking = (state: MockState, cookies: Cookies): Display | undefined =>
  state.displays.use(displayCookieOf(cookies)) ?? state.displays.use(state.screenToken());

const unpaired = (): Response =>
  errorResponse('not-signed-in', 'This screen is not paired, or its display was revoked.');

/** A scenario may have it that somebody approves this screen some seconds after it began to wait. */
function approvedMeanwhile(state: MockState, pairing: MockPairing): MockPairing {
  const { screen } = state.behaviour;
  if (screen.is !== 'new' || screen.approvedAfter === null || pairing.display !== null) return pairing;
  if (state.now() - pairing.begunAt < screen.approvedAfter * 1000) return pairing;
  state.displays.approve(pairing, approvedWords, 'Ines Duarte');
  return state.displays.pairing(pairing.secret) ?? pairing;
}

function pairingAnswer(state: MockState, request: Request, cookies: Cookies): Response {
  const display = displayAsking(state, cookies);
  if (display !== undefined)
    return HttpResponse.json({ state: 'paired', name: display.words.name } satisfies Pairing, { headers: noStore });
  const begun = state.displays.pairing(displayCookieOf(cookies)) ?? state.displays.beginPairing();
  const pairing = approvedMeanwhile(state, begun);
  const approved = pairing.display === null ? undefined : state.displays.find(pairing.display);
  if (approved !== undefined) {
    const token = state.displays.token(pairing, approved.id);
    const answer = { state: 'paired', name: approved.words.name } satisfies Pairing;
    return HttpResponse.json(answer, { headers: { ...noStore, 'set-cookie': displayCookie(token) } });
  }
  const answer = {
    state: 'waiting',
    code: pairing.code,
    expiresAt: new Date(pairing.expiresAt).toISOString(),
    address: `${new URL(request.url).origin}/displays`,
    nextPollSeconds: POLL_SECONDS,
    now: new Date(state.now()).toISOString(),
    build: state.build(),
    locale: state.dataset().organisation.locale,
  } satisfies Pairing;
  return HttpResponse.json(answer, { headers: { ...noStore, 'set-cookie': displayCookie(pairing.secret) } });
}

async function beat(state: MockState, { id }: Display, request: Request): Promise<Response> {
  const parsed = await parseBody(Beat, request);
  if ('refusal' in parsed) return parsed.refusal;
  const command = state.displays.beat(id, parsed.body);
  const answer: BeatAnswer = {
    now: new Date(state.now()).toISOString(),
    build: state.build(),
    dataVersion: state.dataVersion(),
    revision: state.displays.find(id)?.revision ?? 0,
    nextPollSeconds: state.behaviour.nextPollSeconds,
    command,
    trouble: state.behaviour.trouble,
  };
  return HttpResponse.json(answer, { headers: noStore });
}

/** Everybody whom the mocked service knows by name: accounts, leads, and whoever wrote or owns something. */
function namesIn(state: MockState): readonly string[] {
  const { teams, minutes, annotations, improvements } = state.dataset();
  const names = [
    ...state.people.list().map(({ name }) => name),
    ...teams.map(({ lead }) => lead),
    ...minutes.flatMap(({ author, changedBy, action }) => [author, changedBy, action?.owner]),
    ...annotations.map(({ author }) => author),
    ...[...state.goals.all(), ...improvements].map(({ owner }) => owner),
  ];
  return [...new Set(names.filter((name): name is string => name != null && name !== ''))];
}

/** Answers with an ETag of the content: nothing in it says what time it is. */
function board(state: MockState, display: Display, request: Request): Response {
  const { id, revision, words } = display;
  const body = boardOf(state.dataset(), {
    display: { id, revision, words },
    dataVersion: state.dataVersion(),
    names: namesIn(state),
  });
  const etag = `"board-${textFraction(JSON.stringify(body)).toString(36).slice(2)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  state.heard.boards++;
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers });
  return HttpResponse.json(body, { headers });
}

function watch(state: MockState, { id }: Display): Response {
  return eventStream((send, end) => {
    const tell = (): void => {
      const display = state.displays.find(id);
      if (display === undefined) {
        end();
        return;
      }
      const event: WallEvent = {
        dataVersion: state.dataVersion(),
        build: state.build(),
        revision: display.revision,
        command: state.displays.latestCommand(id),
      };
      send(event);
    };
    tell();
    const onMoved = (moved: string): void => {
      if (moved === id) tell();
    };
    const stops = [state.onLive(tell), state.displays.onMoved(onMoved)];
    return () => {
      for (const stop of stops) stop();
    };
  });
}

/** What screens on walls ask. */
export function wallHandlers(state: MockState): RequestHandler[] {
  const asDisplay = async (
    cookies: Cookies,
    answer: (display: Display) => Response | Promise<Response>,
  ): Promise<Response> => {
    const closed = await gate(state);
    if (closed !== null) return closed;
    const display = displayAsking(state, cookies);
    return display === undefined ? unpaired() : answer(display);
  };
  return [
    http.post('*/api/wall/pairing', async ({ request, cookies }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = await parseBody(PairingRequest, request);
      return 'refusal' in parsed ? parsed.refusal : pairingAnswer(state, request, cookies);
    }),
    http.post('*/api/wall/beat', ({ request, cookies }) =>
      asDisplay(cookies, (display) => beat(state, display, request)),
    ),
    http.get('*/api/wall/board', ({ request, cookies }) =>
      asDisplay(cookies, (display) => board(state, display, request)),
    ),
    http.get('*/api/wall/live', ({ cookies }) => asDisplay(cookies, (display) => watch(state, display))),
  ];
}
