import type { TestService } from './test-service.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A request with a JSON body. */
export const send = async (service: TestService, method: string, path: string, body: unknown): Promise<Response> =>
  service.app.request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** Status, code and place of a refusal. */
export const refusal = async (answer: Promise<Response>): Promise<readonly unknown[]> => {
  const response = await answer;
  const body = (await response.json()) as { readonly code: string; readonly at: string };
  return [response.status, body.code, body.at];
};

export const bodyOf = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
