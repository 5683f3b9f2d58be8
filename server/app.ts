import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { dropUnknownDisplay } from './auth/display-cookie.ts';
import { guard } from './auth/guard.ts';
import type { ServiceContext } from './context.ts';
import { createAnswerCache } from './http/answer-cache.ts';
import { chooseEncoding } from './http/encoding.ts';
import { openApiDocument } from './http/openapi.ts';
import { observeRequests, type AnsweredRequest } from './http/observe-requests.ts';
import { answerFailure, problemResponse } from './http/problem.ts';
import { requestIds } from './http/request-id.ts';
import { ownRequestsOnly, securityHeaders } from './http/security.ts';
import type { StaticFiles } from './http/static-files.ts';
import { createVersionedAnswers } from './http/versioned-answer.ts';
import { registerAccessRoutes } from './routes/access.ts';
import { registerAnnotationRoutes } from './routes/annotations.ts';
import { registerBreakdownRoutes } from './routes/breakdown.ts';
import { registerDisplayRoutes } from './routes/displays.ts';
import { registerFigureRoutes } from './routes/figures.ts';
import { registerGoalRoutes } from './routes/goals.ts';
import { registerHealthRoute } from './routes/health.ts';
import { registerImprovementRoutes } from './routes/improvements.ts';
import { registerLiveRoute } from './routes/live.ts';
import { registerMinuteRoutes } from './routes/minutes.ts';
import { registerProviderRoutes } from './routes/provider.ts';
import { registerReviewRoutes } from './routes/reviews.ts';
import { registerSessionRoutes } from './routes/session.ts';
import { registerWallRoutes } from './routes/wall.ts';

/** Bodies other than the files of imports, which are streamed and have no limit but the disk's. */
const MOST_BODY_BYTES = 64 * 1024;

/** Routes that other parts of the service bring along. */
export type RegisterRoutes = (app: Hono, ctx: ServiceContext) => void;

export type AppParts = {
  readonly routes?: readonly RegisterRoutes[];
  /** The built app; left out, the service answers the API alone. */
  readonly files?: StaticFiles;
  /** Told every answer. */
  readonly onAnswered?: (request: AnsweredRequest) => void;
};

const registerOpenApi = (app: Hono): void => {
  const cache = createAnswerCache({ answers: 1, bytes: Infinity });
  app.get('/api/openapi.json', async (c) => {
    const answer = await cache.answer('openapi', openApiDocument);
    const { body, encoding } = await answer.encoded(chooseEncoding(c.req.header('accept-encoding')));
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      },
    });
  });
};

/** Paths of the contract answer other methods with what they do answer; every other path below /api is unknown. */
const registerElsewhere = (app: Hono): void => {
  for (const path of new Set(ENDPOINTS.map((endpoint) => endpoint.path))) {
    const methods = ENDPOINTS.filter((endpoint) => endpoint.path === path).map(({ method }) => method as string);
    const allow = (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ');
    app.all(path, (c) =>
      problemResponse(
        { code: 'method-not-allowed', message: `${c.req.method} is not possible here, only ${allow}.` },
        { allow },
      ),
    );
  }
  const unknown = (): Response => problemResponse({ code: 'not-found', message: 'There is no such endpoint.' });
  app.all('/api', unknown);
  app.all('/api/*', unknown);
};

/** The whole service as a function of its context: a fetch handler without any state of its own outside of it. */
export const createApp = (ctx: ServiceContext, parts: AppParts = {}): Hono => {
  const app = new Hono();
  app.onError((error, c) => answerFailure(ctx.log, c.req.path, error));
  app.use(requestIds);
  app.use(observeRequests(ctx.log, parts.onAnswered ?? (() => undefined)));
  app.use(securityHeaders(ctx.settings));
  app.use(ownRequestsOnly(ctx.settings));
  app.use(dropUnknownDisplay(ctx.settings));
  app.use(guard(ctx));
  const limited = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () =>
      problemResponse({ code: 'too-large', message: `A body may hold ${MOST_BODY_BYTES / 1024} KB at most.` }),
  });
  app.use(async (c, next) => (c.req.path === '/api/imports' && c.req.method === 'POST' ? next() : limited(c, next)));

  registerHealthRoute(app, ctx);
  registerSessionRoutes(app, ctx);
  registerProviderRoutes(app, ctx);
  registerAccessRoutes(app, ctx);
  const answers = createVersionedAnswers(ctx);
  registerFigureRoutes(app, ctx, answers);
  registerBreakdownRoutes(app, ctx, answers);
  registerAnnotationRoutes(app, ctx);
  registerReviewRoutes(app, ctx);
  registerMinuteRoutes(app, ctx);
  registerGoalRoutes(app, ctx);
  registerImprovementRoutes(app, ctx);
  registerLiveRoute(app, ctx);
  registerDisplayRoutes(app, ctx);
  registerWallRoutes(app, ctx);
  registerOpenApi(app);
  for (const register of parts.routes ?? []) register(app, ctx);
  registerElsewhere(app);

  const { files } = parts;
  app.notFound((c) =>
    files === undefined
      ? problemResponse({ code: 'not-found', message: 'There is nothing at this address.' })
      : files.answer(c),
  );
  return app;
};
