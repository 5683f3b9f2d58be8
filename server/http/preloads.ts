import { INVITATION_PATH } from '../../src/contract/session.ts';
import { SIGN_IN_PATH } from '../../src/contract/sign-in-page.ts';

/**
 * What the page will ask the service first, known before its script has loaded. The addresses are spelled exactly as
 * `src/api/paths.ts` spells them, teams sorted, else the browser would fetch twice.
 */
export const preloadsFor = (url: URL): readonly string[] => {
  /* Nobody is signed in where these stand: anything else would be refused. */
  if (url.pathname === SIGN_IN_PATH || url.pathname === INVITATION_PATH) return ['/api/session'];
  /* A screen on a wall asks as a display, not as whoever is signed in beside it. */
  if (url.pathname === '/wall' || url.pathname.startsWith('/wall/')) return [];
  if (url.pathname !== '/') return ['/api/health', '/api/catalogue', '/api/session'];
  /* A view of a past week or span asks for other weeks: what the page then needs is not known here. */
  const teams = [...new Set(url.searchParams.getAll('team'))].sort();
  const query = new URLSearchParams(teams.map((team) => ['team', team] as [string, string])).toString();
  return [
    `/api/observations${query === '' ? '' : `?${query}`}`,
    '/api/health',
    '/api/catalogue',
    '/api/teams',
    '/api/session',
  ];
};

/** The value of the `Link` header that announces them (https://www.w3.org/TR/preload/). */
export const linkHeader = (paths: readonly string[]): string =>
  paths.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`).join(', ');
