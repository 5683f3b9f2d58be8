/** Stands in for whatever host the page has. */
const HERE = 'https://app.invalid';

/**
 * A path of the app, whatever text was given: anything that would lead elsewhere, or to the API, is the first page. Read by
 * the rules by which browsers read it (https://url.spec.whatwg.org), so that no spelling leads past it: `//evil.example`,
 * `/\evil.example`, `/.//evil.example`, one with a tab in it.
 */
export const appPath = (text: string): string => {
  if (!text.startsWith('/')) return '/';
  let url;
  try {
    url = new URL(text, HERE);
  } catch {
    return '/';
  }
  const { origin, pathname, search, hash } = url;
  const leadsElsewhere = origin !== HERE || pathname.startsWith('//');
  return leadsElsewhere || /^\/api(\/|$)/i.test(pathname) ? '/' : `${pathname}${search}${hash}`;
};
