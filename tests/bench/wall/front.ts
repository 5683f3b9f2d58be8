import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Away } from './schedule.ts';

export type Front = {
  readonly origin: string;
  /** Where the service listens now; null while there is none. */
  readonly serve: (service: string | null) => void;
  /** null: it passes everything on. */
  readonly be: (state: Away | null) => void;
  /** Whether the page itself is handed out; without it no wall loads itself anew. */
  readonly handOutPage: (handsOut: boolean) => void;
  /** Streams of events that are open. */
  readonly streams: () => number;
  readonly stop: () => Promise<void>;
};

const SIGN_IN_PAGE = '<!doctype html><title>Guest network</title><form action="/accept"><button>Accept</button></form>';
/** A browser waits three real seconds before it opens a stream again; that would be simulated hours. */
const RETRY_AT_ONCE = 'retry: 20\n\n';

/**
 * Stands between display and service, as a network does: passes on, or is away in one of several ways. Its address stays
 * while services come and go. `heard` is told the simulated time that a request carries.
 */
export const startFront = async (heard: (now: number) => void): Promise<Front> => {
  let target: URL | null = null;
  let away: Away | null = null;
  let page = true;
  const silent = new Set<ServerResponse>();
  const streams = new Set<ServerResponse>();

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    if (target === null) {
      asked.socket.destroy();
      return;
    }
    const headers = { ...asked.headers };
    delete headers['x-soak-now'];
    const isStream = asked.url === '/api/wall/live';
    const passed = request(
      { host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers, agent: false },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        if (isStream && given.statusCode === 200) {
          answer.write(RETRY_AT_ONCE);
          streams.add(answer);
        }
        given.pipe(answer);
        given.on('error', () => answer.destroy());
      },
    );
    answer.on('close', () => {
      streams.delete(answer);
      passed.destroy();
    });
    passed.on('error', () => asked.socket.destroy());
    asked.pipe(passed);
  };

  const server = createServer((asked, answer) => {
    const now = Number(asked.headers['x-soak-now']);
    if (Number.isFinite(now)) heard(now);
    if (away === 'refused') asked.socket.destroy();
    else if (away === 'silent') silent.add(answer);
    else if (away === 'bad-gateway') answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
    else if (away === 'sign-in-page') answer.writeHead(200, { 'content-type': 'text/html' }).end(SIGN_IN_PAGE);
    else if (!page && asked.url === '/wall') answer.writeHead(503).end();
    else pass(asked, answer);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (answers: Set<ServerResponse>): void => {
    for (const answer of answers) answer.destroy();
    answers.clear();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (service) => {
      target = service === null ? null : new URL(service);
      if (target === null) drop(streams);
    },
    be: (state) => {
      away = state;
      drop(silent);
      if (state !== null) drop(streams);
    },
    handOutPage: (handsOut) => {
      page = handsOut;
    },
    streams: () => streams.size,
    stop: async () => {
      drop(silent);
      drop(streams);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};
