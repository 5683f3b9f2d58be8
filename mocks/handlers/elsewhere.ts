import { http, type RequestHandler } from 'msw';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { errorResponse } from '../state/errors.ts';

const PATHS = ENDPOINTS.map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`));

/** Every other request below /api: a wrong method, or an endpoint that does not exist. */
export function elsewhereHandlers(): RequestHandler[] {
  return [
    http.all('*/api/*', ({ request }) => {
      const { pathname } = new URL(request.url);
      // Modules of `src/api` that load late pass through the same worker in development.
      if (!pathname.startsWith('/api/')) return undefined;
      return PATHS.some((path) => path.test(pathname))
        ? errorResponse('method-not-allowed', `${request.method} is not possible here.`)
        : errorResponse('not-found', 'There is no such endpoint.');
    }),
  ];
}
