import type { Action } from '../../domain/policy.ts';

/**
 * What every endpoint says of itself. What it asks of its caller stands in `POLICY` of the domain, by its id. `stream`
 * answers are server-sent events; `file` answers are downloads; `redirect` ones lead the browser on; `body` is the JSON that
 * a request brings.
 */
export type EndpointDescription = { readonly id: Action } & Readonly<Record<string, unknown>>;
