import type * as z from 'zod/mini';
import { ServiceFailure } from './service-failure.ts';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Whether a text can be stored on both databases: PostgreSQL takes no U+0000, UTF-8 no half of a surrogate pair. */
export const storable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** Path of the first text that cannot be stored; null where all can. */
const unstorable = (value: unknown, path: readonly string[] = []): string | null => {
  if (typeof value === 'string') return storable(value) ? null : path.join('.');
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorable(part, [...path, key]);
    if (found !== null) return found;
  }
  return null;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    value,
  );

const readJson = async (request: Request): Promise<unknown> => {
  const type = request.headers.get('content-type') ?? '';
  if (!JSON_TYPE.test(type)) {
    throw new ServiceFailure(
      'unsupported-media',
      'The body must be JSON and say so: content-type: application/json.',
      'content-type',
    );
  }
  const text = await request.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ServiceFailure('bad-request', 'The body of the request is no JSON.', 'body');
  }
};

/**
 * Reads the JSON body of a request by its schema of the contract. `request` must not have been read before.
 * @throws ServiceFailure `unsupported-media` where it says to be something else; `bad-request` where it is no JSON (at
 *   `body`) or not of the schema, `at` the first field that is at fault: `text`, or inside of another `action.due`.
 */
export const parseBody = async <Schema extends z.ZodMiniType>(
  schema: Schema,
  request: Request,
): Promise<z.infer<Schema>> => {
  const given = await readJson(request);
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    if (path.length === 0) throw new ServiceFailure('bad-request', 'The body of the request is no object.', 'body');
    const name = path.map(String).join('.');
    const missing = valueAt(given, path) === undefined;
    throw new ServiceFailure(
      'bad-request',
      missing ? `The field ${name} is missing.` : `The field ${name} cannot be used as it is.`,
      name,
    );
  }
  const odd = unstorable(parsed.data);
  if (odd !== null) throw new ServiceFailure('bad-request', `The field ${odd} holds characters that are no text.`, odd);
  return parsed.data;
};
