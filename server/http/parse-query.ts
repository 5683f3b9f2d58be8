import type * as z from 'zod/mini';
import type { $ZodType } from 'zod/v4/core';
import { storable } from './parse-body.ts';
import { ServiceFailure } from './service-failure.ts';

type AnyDefinition = { readonly type: string; readonly innerType?: $ZodType };

const ownType = (schema: $ZodType): string => {
  const definition = schema._zod.def as AnyDefinition;
  return definition.innerType === undefined ? definition.type : ownType(definition.innerType);
};

const typedValue = (type: string, text: string): unknown => {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  /* Number('') and Number(' ') are 0: they stay texts, which the schema refuses. */
  if (type === 'number' || type === 'int') return text.trim() === '' ? text : Number(text);
  return text;
};

/**
 * Reads the query of a request by its schema of the contract: arrays from repeated parameters, numbers and booleans from
 * their text, defaults where nothing is given.
 * @throws ServiceFailure `bad-request`, `at` the first parameter that is at fault or unknown.
 */
export const parseQuery = <Schema extends z.ZodMiniObject>(
  schema: Schema,
  search: URLSearchParams,
): z.infer<Schema> => {
  const shape: Readonly<Record<string, $ZodType>> = schema.shape;
  const given: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(shape)) if (ownType(part) === 'array') given[name] = search.getAll(name);
  for (const name of new Set(search.keys())) {
    /* `__proto__` and `constructor` are names that every object answers to. */
    const part = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (part === undefined) {
      const known = Object.keys(shape).join(', ');
      throw new ServiceFailure('bad-request', `There is no parameter ${name} here; there are: ${known}.`, name);
    }
    const type = ownType(part);
    if (type === 'array') continue;
    const [text = '', ...more] = search.getAll(name);
    if (!storable(text)) throw new ServiceFailure('bad-request', `The parameter ${name} is no plain text.`, name);
    if (more.length > 0) throw new ServiceFailure('bad-request', `The parameter ${name} may be given once.`, name);
    given[name] = typedValue(type, text);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? 'query');
  const missing = given[name] === undefined;
  throw new ServiceFailure(
    'bad-request',
    missing ? `The parameter ${name} is missing.` : `The parameter ${name} cannot be used as it is.`,
    name,
  );
};
