import { expect, test as base } from 'vitest';
import type { Role } from '../../../src/domain/policy.ts';
import { People, type Person } from '../../../src/contract/people.ts';
import { startOidcService, tokenIn, type OidcService, type Visitor } from './oidc-service.ts';
import { ADDRESS } from './signed-service.ts';
import { startTestProvider, type TestProvider } from './test-provider.ts';

export type AtProvider = {
  readonly running: TestProvider;
  /** Knows Ada, Bea and Cleo, whatever the test before made of them. */
  readonly provider: TestProvider;
  /** Starts a service with settings of its own, at the provider or at another. */
  readonly another: (environment?: Readonly<Record<string, string>>, at?: TestProvider) => Promise<OidcService>;
  readonly service: OidcService;
};

/** A test with a provider of the file and services of its own, which go when it ends. */
export const test = base.extend<AtProvider>({
  running: [
    // eslint-disable-next-line no-empty-pattern -- vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const provider = await startTestProvider();
      await use(provider);
      await provider.stop();
    },
    { scope: 'file' },
  ],
  provider: async ({ running }, use) => {
    running.accounts.clear();
    for (const name of ['ada', 'bea', 'cleo']) {
      const Name = name.slice(0, 1).toUpperCase() + name.slice(1);
      running.accounts.set(name, { email: `${name}@example.org`, email_verified: true, name: `${Name} Lund` });
    }
    await use(running);
  },
  another: async ({ provider }, use) => {
    const started: OidcService[] = [];
    await use(async (environment = {}, at = provider) => {
      const service = await startOidcService(at, environment);
      started.push(service);
      return service;
    });
    for (const service of started) await service.remove();
  },
  service: async ({ another }, use) => use(await another()),
});

export const send = async (visitor: Visitor, method: string, path: string, body: unknown): Promise<Response> =>
  visitor.ask(path, {
    method,
    headers: { 'content-type': 'application/json', origin: ADDRESS },
    body: JSON.stringify(body),
  });

/** Ada, signed in. */
export const administrator = async (service: OidcService): Promise<Visitor> => {
  const visitor = service.visitor();
  expect(await visitor.signIn('ada')).toBe('/');
  return visitor;
};

export const invite = async (ada: Visitor, name: string, role: Role): Promise<void> => {
  const wanted = { email: `${name.toLowerCase()}@example.org`, name, role, teams: [], records: false };
  expect((await send(ada, 'POST', '/api/people', wanted)).status).toBe(201);
};

export const people = async (ada: Visitor): Promise<readonly Person[]> =>
  People.parse(await (await ada.ask('/api/people')).json()).people;

export const change = async (ada: Visitor, email: string, to: Partial<Person>): Promise<void> => {
  const found = (await people(ada)).find((person) => person.email === email);
  if (found === undefined) throw new Error(`${email} is not there`);
  const { revision, name, role, teams, records } = found;
  const body = { revision, name, role, teams, records, state: 'active', ...to };
  expect((await send(ada, 'PUT', `/api/people/${found.id}`, body)).status).toBe(200);
};

export const expectNobody = async (visitor: Visitor): Promise<void> => {
  expect(tokenIn(visitor)).toBeUndefined();
  expect((await visitor.session()).who).toBeNull();
};
