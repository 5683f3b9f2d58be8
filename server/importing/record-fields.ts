import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import type { Field, KindFields } from './field-types.ts';
import { DEALING_FIELDS } from './fields-of-dealing.ts';
import { LEARNING_FIELDS } from './fields-of-learning.ts';

const byKind: ReadonlyMap<RecordKind, KindFields> = new Map(
  [...DEALING_FIELDS, ...LEARNING_FIELDS].map((kind) => [kind.kind, kind]),
);

/** The fields of a record kind, in the order of `records.md`. */
export const fieldsOf = (kind: RecordKind): KindFields => {
  const found = byKind.get(kind);
  if (found === undefined) throw new Error(`No fields for record kind ${kind}`);
  return found;
};

export const fieldOf = (kind: RecordKind, name: string): Field | undefined =>
  fieldsOf(kind).fields.find((candidate) => candidate.name === name);
