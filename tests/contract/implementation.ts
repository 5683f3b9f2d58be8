import type * as z from 'zod/mini';
import { expect } from 'vitest';
import { Health } from '../../src/contract/health.ts';
import { ImportReport } from '../../src/contract/imports.ts';
import { Observations } from '../../src/contract/observations.ts';
import { ServiceError } from '../../src/contract/errors.ts';

/** Something that answers the contract: the mocks, or the service on a database. */
export type Running = {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
};

export type Implementation = {
  readonly name: string;
  /** With teams, orders, claims and the rest, or without any record. */
  readonly start: (holds: 'records' | 'nothing') => Promise<Running>;
};

/** Asks and parses: the status must be the expected one and the body must be of the contract. */
export async function askFor<S extends z.ZodMiniType>(
  running: Running,
  schema: S,
  path: string,
  init: RequestInit = {},
  status = 200,
): Promise<z.infer<S>> {
  const response = await running.ask(path, init);
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toMatchObject({ status });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const parsed = schema.safeParse(body);
  if (!parsed.success) expect.fail(`${path}: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
  return parsed.data;
}

export async function health(running: Running): Promise<Health> {
  return askFor(running, Health, '/api/health');
}

export async function observations(running: Running, query = ''): Promise<Observations> {
  return askFor(running, Observations, `/api/observations${query}`);
}

/** A refusal: the status, a body of the contract, and the part of the request that is at fault. */
export async function refusal(
  running: Running,
  path: string,
  init: RequestInit,
  status: number,
): Promise<ServiceError> {
  const error = await askFor(running, ServiceError, path, init, status);
  expect(error.message).toMatch(/\S+ \S+/);
  expect(error.reference).not.toBe('');
  expect(JSON.stringify(error)).not.toMatch(/select |insert |at .*\.ts:\d+|node_modules/i);
  return error;
}

/** Imports a text and answers the report when the import has ended. */
export async function importText(running: Running, text: string, query: Record<string, string>): Promise<ImportReport> {
  const search = new URLSearchParams({ fileName: 'file.csv', wait: 'true', ...query }).toString();
  return askFor(running, ImportReport, `/api/imports?${search}`, { method: 'POST', body: text }, 202);
}
