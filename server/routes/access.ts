import type { Context, Hono } from 'hono';
import { NewApiKey } from '../../src/contract/api-keys.ts';
import { AuditQuery } from '../../src/contract/audit.ts';
import { NewPerson, PersonChange } from '../../src/contract/people.ts';
import { callerOf, nameOf } from '../auth/caller.ts';
import type { ServiceContext } from '../context.ts';
import { addressIn } from '../http/address-in.ts';
import { parseBody, storable } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from '../services/api-keys.ts';
import { changePerson, signPersonOut } from '../services/change-person.ts';
import { invitePerson } from '../services/invite-person.ts';
import { listAudit } from '../services/list-audit.ts';
import { listPeople } from '../services/list-people.ts';
import { makePersonLink } from '../services/make-person-link.ts';

const NO_STORE = { 'cache-control': 'no-store' } as const;

const idIn = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!storable(id)) throw new ServiceFailure('not-found', 'There is nothing of this id.', 'id');
  return id;
};

/** Who may do what: people, keys, and the log of what was done. */
export const registerAccessRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/people', async (c) => c.json(await listPeople(ctx), 200, NO_STORE));

  app.post('/api/people', async (c) => {
    const wanted = await parseBody(NewPerson, c.req.raw);
    return c.json(await invitePerson(ctx, wanted, addressIn(ctx, c)), 201, NO_STORE);
  });

  app.put('/api/people/:id', async (c) => {
    const change = await parseBody(PersonChange, c.req.raw);
    return c.json(await changePerson(ctx, idIn(c), change), 200, NO_STORE);
  });

  app.post('/api/people/:id/link', async (c) =>
    c.json(await makePersonLink(ctx, idIn(c), addressIn(ctx, c)), 200, NO_STORE),
  );

  app.delete('/api/people/:id/sessions', async (c) => c.json(await signPersonOut(ctx, idIn(c)), 200, NO_STORE));

  app.get('/api/keys', async (c) => c.json(await listApiKeys(ctx), 200, NO_STORE));

  app.post('/api/keys', async (c) => {
    const wanted = await parseBody(NewApiKey, c.req.raw);
    return c.json(await makeApiKey(ctx, wanted, nameOf(callerOf(c).principal)), 201, NO_STORE);
  });

  app.delete('/api/keys/:id', async (c) => c.json(await revokeApiKey(ctx, idIn(c)), 200, NO_STORE));

  app.get('/api/audit', async (c) => {
    const query = parseQuery(AuditQuery, new URL(c.req.url).searchParams);
    return c.json(await listAudit(ctx, query), 200, NO_STORE);
  });
};
