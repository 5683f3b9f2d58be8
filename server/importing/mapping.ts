import * as z from 'zod';
import { RECORD_KINDS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import { FileRefused } from './file-refused.ts';
import { fieldOf, fieldsOf } from './record-fields.ts';
import { DELIMITERS } from './sniff-dialect.ts';
import { ENCODINGS } from './text-encoding.ts';

/**
 * Changes of a cell's text that a mapping may name, applied in the order given.
 * `slug`: lower case, letters and digits joined by hyphens · `before-hyphen`, `after-hyphen`: up to, from the first hyphen
 * `date-part`: a date without the time behind it
 * `number-or-missing`, `date-or-missing`: a cell of words counts as empty (`Freight Included in Commodity Cost`)
 */
export const TRANSFORMS = [
  'lower',
  'upper',
  'slug',
  'before-hyphen',
  'after-hyphen',
  'number-or-missing',
  'date-or-missing',
  'date-part',
] as const;
export type Transform = (typeof TRANSFORMS)[number];

/** Where a field's value comes from: the name of a column, or one of the forms below. */
export type Source =
  | string
  | {
      readonly column: string;
      /** Cell texts that mean "no value". */
      readonly missing?: readonly string[] | undefined;
      /** Cell text to value; what stands in no map is kept. */
      readonly values?: Readonly<Record<string, string>> | undefined;
      readonly transform?: readonly Transform[] | undefined;
      readonly prefix?: string | undefined;
      /** Taken where the cell is empty. */
      readonly otherwise?: string | undefined;
    }
  | { readonly constant: string }
  | { readonly join: readonly Source[]; readonly with: string }
  | { readonly firstOf: readonly Source[] }
  | { readonly earliestOf: readonly Source[] }
  | { readonly productOf: readonly Source[] }
  | {
      readonly after: Source;
      readonly days?: number | undefined;
      readonly hours?: number | undefined;
      /** A number, or a column that holds minutes. */
      readonly minutes?: number | { readonly column: string } | undefined;
    };

const SourceSchema: z.ZodType<Source> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({
      column: z.string().min(1),
      missing: z.array(z.string()).optional(),
      values: z.record(z.string(), z.string()).optional(),
      transform: z.array(z.enum(TRANSFORMS)).optional(),
      prefix: z.string().optional(),
      otherwise: z.string().optional(),
    }),
    z.strictObject({ constant: z.string() }),
    z.strictObject({ join: z.array(SourceSchema).min(1), with: z.string() }),
    z.strictObject({ firstOf: z.array(SourceSchema).min(1) }),
    z.strictObject({ earliestOf: z.array(SourceSchema).min(1) }),
    z.strictObject({ productOf: z.array(SourceSchema).min(1) }),
    z.strictObject({
      after: SourceSchema,
      days: z.number().optional(),
      hours: z.number().optional(),
      minutes: z.union([z.number(), z.strictObject({ column: z.string().min(1) })]).optional(),
    }),
  ]),
);

/** Which rows a record is made of: those whose cell is one of, none of, given or empty. */
const Condition = z.strictObject({
  column: z.string().min(1),
  is: z.array(z.string()).optional(),
  isNot: z.array(z.string()).optional(),
  given: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

const RecordSpecSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  when: Condition.optional(),
  fields: z.record(z.string(), SourceSchema),
  /** Written only where no row with that id stands: a post, a team or a cause that the other records need. */
  ifMissing: z.boolean().optional(),
  /** Several rows of the file tell of the same record (an order of many lines): its earliest date counts, the last row wins else. */
  shared: z.boolean().optional(),
  /** Rows in a row with the same text in this column are numbered: 1, 2, 3 is put behind the id (`#1001:2`). */
  numbered: z.string().optional(),
  /** Empty fields are taken from the stored row with this id (its own, or that of another one). */
  fillFrom: SourceSchema.optional(),
});
export type RecordSpec = z.infer<typeof RecordSpecSchema>;

export const CREATABLE = ['teams', 'customers', 'causes'] as const;
export type Creatable = (typeof CREATABLE)[number];

const Common = {
  name: z.string().max(100).optional(),
  sourceSystem: z.string().min(1).max(100).optional(),
  dialect: z
    .strictObject({
      encoding: z.enum(ENCODINGS).optional(),
      delimiter: z.enum(DELIMITERS).optional(),
      quotes: z.enum(['strict', 'relaxed']).optional(),
    })
    .optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  /** IANA name; the organisation's where not given. */
  timeZone: z.string().optional(),
  currency: z.string().length(3).optional(),
  /** Cell texts that mean "no value" in every column. */
  missing: z.array(z.string()).optional(),
  /** Put before every id of the file, where two sources number alike. */
  idPrefix: z.string().max(50).optional(),
  /** Reference records that are created where the file names an unknown one; without it such a row is refused. */
  create: z.array(z.enum(CREATABLE)).optional(),
  covers: z.string().optional(),
  /** Rows of one thing that spell its columns out only once: empty cells are taken from the row before with the same key. */
  fillDown: z.strictObject({ key: z.string(), columns: z.array(z.string()).min(1) }).optional(),
} as const;

/** What may be given beside `--kind` (with or without fields) or `--preset` (a change of its common parts). */
const PartialMappingSchema = z.strictObject({
  ...Common,
  kind: z.enum(RECORD_KINDS).optional(),
  fields: z.record(z.string(), SourceSchema).optional(),
  records: z.array(RecordSpecSchema).min(1).optional(),
  /** Numbers that a preset asks for, such as `promiseDays`. */
  parameters: z.record(z.string(), z.number()).optional(),
});
export type PartialMapping = z.infer<typeof PartialMappingSchema>;

/** What holds for a whole file, whatever its records are. */
export type CommonMapping = Omit<PartialMapping, 'kind' | 'fields' | 'records' | 'parameters'>;

/** How the columns of a file become records. */
export type Mapping = CommonMapping & { readonly records: readonly RecordSpec[] };

const SPECIFIC: ReadonlySet<string> = new Set(['kind', 'fields', 'records', 'parameters']);

/** The parts of a mapping that hold for the whole file. */
export const commonOf = (given: PartialMapping | null): CommonMapping =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([name]) => !SPECIFIC.has(name)));

const sentence = (issues: ReadonlyArray<{ readonly path: readonly PropertyKey[]; readonly message: string }>): string =>
  issues.map((issue) => `${issue.path.map(String).join('.') || 'mapping'}: ${issue.message}`).join('; ');

/**
 * Reads a mapping's JSON text.
 * @throws FileRefused saying which part is wrong.
 */
export const parseMapping = (text: string): PartialMapping => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FileRefused(`The mapping is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = PartialMappingSchema.safeParse(json);
  if (!parsed.success) throw new FileRefused(`The mapping cannot be used: ${sentence(parsed.error.issues)}.`);
  return parsed.data;
};

/** Every field that a record spec names must be one of its kind, and every required one must have a source. */
export const checkMapping = (mapping: Mapping): Mapping => {
  for (const spec of mapping.records) {
    const unknown = Object.keys(spec.fields).find((name) => fieldOf(spec.kind, name) === undefined);
    if (unknown !== undefined) {
      const names = fieldsOf(spec.kind).fields.map(({ name }) => name);
      throw new FileRefused(
        `The mapping names “${unknown}”, which ${spec.kind} do not have. They have: ${names.join(', ')}.`,
      );
    }
    const missing = fieldsOf(spec.kind).fields.find(
      ({ name, required, otherwise }) => required && otherwise === undefined && spec.fields[name] === undefined,
    );
    if (missing !== undefined && spec.fillFrom === undefined) {
      throw new FileRefused(`The mapping says nothing about “${missing.name}”, which ${spec.kind} need.`);
    }
  }
  return mapping;
};

/**
 * The mapping of an own file: the columns of `records.md` by name, whatever their case.
 * @throws FileRefused where a required column is not in the header.
 */
export const ownMapping = (kind: RecordKind, header: readonly string[], given: PartialMapping | null): Mapping => {
  const byLowerName = new Map(header.map((column) => [column.trim().toLowerCase(), column]));
  const { fields } = fieldsOf(kind);
  const found = Object.fromEntries(
    fields.flatMap(({ name, column }) => {
      const source = given?.fields?.[name] ?? byLowerName.get(name) ?? byLowerName.get(column);
      return source === undefined ? [] : [[name, source]];
    }),
  );
  const missing = fields.filter(
    ({ name, required, otherwise }) => required && otherwise === undefined && found[name] === undefined,
  );
  if (missing.length > 0) {
    throw new FileRefused(
      `The header lacks ${missing.map(({ name }) => `“${name}”`).join(', ')}, which ${kind} need. ` +
        `It has: ${header.map((column) => `“${column}”`).join(', ')}. ` +
        (header.length === 1 ? 'A header of one column points to another delimiter. ' : '') +
        'Rename the columns or give a mapping (--mapping FILE).',
      1,
    );
  }
  return checkMapping({ ...commonOf(given), records: [{ kind, fields: { ...given?.fields, ...found } }] });
};
