import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

/** What people and programs send who mean no good, or were written by somebody in a hurry. */
export const HOSTILE: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 63, 2_147_483_648],
  ...['', ' ', '\0', 'a\0b', '\uD800', '\uFEFF', '\u202E', "' or 1=1 --", '"; drop table people; --', '$1', '%', '_'],
  ...['../../etc/passwd', '%2e%2e%2f', '=1+1', '<script>alert(1)</script>', '${7*7}', '{{7*7}}', 'NaN', '1e400', '-0'],
  ...['x'.repeat(9000), '🧨'.repeat(300), 'a\r\nset-cookie: x=1', '__proto__', 'constructor', 'toString', 'undefined'],
  ...['2026-W99', '2025-W53', '0000-W01', '9999-W52', '2026-02-30', '0000-00-00', '9999-12-31'],
  ...[{}, [], [[]], { length: -1 }, [null], { __proto__: null }],
];

const hostile: fc.Arbitrary<unknown> = fc.constantFrom(...HOSTILE);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that a reference leads to; the schema itself where it is none. */
const followed = (schema: Json, document: Json): Json => {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const found = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
  if (!isObject(found)) throw new Error(`${reference} leads nowhere`);
  return followed(found, document);
};

const number = (schema: Json, key: string): number | undefined => {
  const value = schema[key];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
};

const text = (schema: Json): fc.Arbitrary<unknown> => {
  const { pattern } = schema;
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'));
  const minLength = number(schema, 'minLength') ?? 0;
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(20, number(schema, 'maxLength') ?? 20)) });
};

/** Values of a JSON schema as the OpenAPI document has them, with the ids that stand, and now and then something hostile. */
export const valueOf = (given: Json, document: Json, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> => {
  const schema = followed(given, document);
  const inner = (part: unknown): fc.Arbitrary<unknown> =>
    depth > 4 || !isObject(part) ? fc.constant(null) : valueOf(part, document, ids, depth + 1);
  const whole = (): fc.Arbitrary<unknown> => {
    const union = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
    if (Array.isArray(union)) return fc.oneof(...union.map(inner));
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
    if ('const' in schema) return fc.constant(schema['const']);
    switch (schema['type']) {
      case 'string':
        return fc.oneof(text(schema), fc.constantFrom(...ids));
      case 'integer':
        return fc.integer({
          min: number(schema, 'minimum') ?? -10,
          max: Math.min(1000, number(schema, 'maximum') ?? 1000),
        });
      case 'number':
        return fc.oneof(fc.integer({ min: -100, max: 100 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(inner(schema['items']), { maxLength: 3 });
      case 'object': {
        const { properties } = schema;
        if (!isObject(properties)) return fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }));
        const fields = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)]));
        return fc.record(fields, { requiredKeys: Object.keys(fields).filter((_, index) => index % 5 !== 4) });
      }
      default:
        return hostile;
    }
  };
  return fc.oneof({ weight: 12, arbitrary: whole() }, { weight: 1, arbitrary: hostile });
};
