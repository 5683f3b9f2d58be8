/** Sets people up and signs them in as they do it themselves: by invitation, with a password of their own. */

const PASSWORD = 'trombone-lattice-quay';
/** Passwords are slow to hash on purpose: as many at once as a machine has cores. */
const AT_ONCE = 2;

/** What the service prints at its first start holds the one-time link of its first administrator. */
export const linkIn = (said: string): string | null => /https?:\/\/\S+#\S+/.exec(said)?.[0] ?? null;

const send = async (
  origin: string,
  path: string,
  { body, cookie }: { readonly body: unknown; readonly cookie?: string },
): Promise<Response> => {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      origin,
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};

const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const accept = async (
  origin: string,
  link: string,
  who: { readonly email: string | null; readonly name: string | null },
) =>
  cookieOf(
    await send(origin, '/api/invitation/acceptance', {
      body: { token: new URL(link).hash.slice(1), ...who, password: PASSWORD },
    }),
  );

/** @returns the cookie of the first administrator's session */
export const firstAdministrator = async (origin: string, link: string): Promise<string> =>
  accept(origin, link, { email: 'ada@example.org', name: 'Ada' });

/** @returns the cookies of so many people's sessions, each a viewer */
export const viewers = async (origin: string, administrator: string, count: number): Promise<readonly string[]> => {
  const cookies: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const place = next;
      next += 1;
      const invited = await send(origin, '/api/people', {
        cookie: administrator,
        body: { email: `p${place}@example.org`, name: `Person ${place}`, role: 'viewer', teams: [], records: false },
      });
      const { link } = (await invited.json()) as { readonly link: { readonly address: string } };
      cookies.push(await accept(origin, link.address, { email: null, name: null }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return cookies;
};
