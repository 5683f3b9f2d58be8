import type { Preset } from '../../src/contract/imports.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import type { Covers } from '../records/types.ts';
import { FileRefused } from './file-refused.ts';
import {
  checkMapping,
  commonOf,
  ownMapping,
  parseMapping,
  type Mapping,
  type PartialMapping,
  type RecordSpec,
} from './mapping.ts';
import type { DateOrder } from './parse-moment.ts';
import { presetById, presetMapping } from './presets/find-preset.ts';
import { fieldsOf } from './record-fields.ts';
import { columnsOf } from './text-source.ts';

/** How a person says what a file is: a preset, a kind, or a mapping that names its records. */
export type MappingChoice = {
  readonly preset: Preset | null;
  readonly kind: RecordKind | null;
  /** JSON text. */
  readonly mapping: string | null;
  readonly dateOrder: DateOrder | null;
};

export type ResolvedMapping = {
  readonly mapping: Mapping;
  readonly optionalColumns: readonly string[];
  readonly notes: readonly string[];
  /** Kind by which rows are counted: that of the record that each row is, not of those it refers to. */
  readonly mainKind: RecordKind;
};

/** What the choice says before the file is looked at. */
export const givenMapping = ({ mapping, dateOrder }: MappingChoice): PartialMapping | null => {
  const parsed = mapping === null ? null : parseMapping(mapping);
  return dateOrder === null ? parsed : { ...parsed, dateOrder };
};

const mainKindOf = ({ records }: Mapping): RecordKind => {
  const main = records.find(({ ifMissing, shared }) => ifMissing !== true && shared !== true) ?? records.at(-1);
  if (main === undefined) throw new FileRefused('The mapping names no records.');
  return main.kind;
};

/**
 * Kinds that a file can change, before it is looked at: of a preset those of every file that it knows. Records that are only
 * made where they are missing (the team that an order names) do not count.
 * @throws FileRefused where the choice says nothing.
 */
export const kindsOf = (choice: MappingChoice): readonly RecordKind[] => {
  const given = givenMapping(choice);
  const changed = (records: readonly RecordSpec[]): readonly RecordKind[] => [
    ...new Set(records.filter(({ ifMissing }) => ifMissing !== true).map(({ kind }) => kind)),
  ];
  if (choice.preset !== null) {
    const { variants, parameters } = presetById(choice.preset);
    return changed(variants.flatMap(({ mapping }) => mapping({ ...parameters, ...given?.parameters }).records));
  }
  if (given?.records !== undefined) return changed(given.records);
  const kind = choice.kind ?? given?.kind;
  return kind === undefined ? [] : [kind];
};

const used = (mapping: Mapping): ReadonlySet<string> =>
  new Set(
    mapping.records.flatMap(({ fields }: RecordSpec) =>
      Object.values(fields).flatMap((source) => columnsOf(source).map((column) => column.toLowerCase())),
    ),
  );

const ignoredNote = (mapping: Mapping, header: readonly string[]): readonly string[] => {
  const names = used(mapping);
  const ignored = header.filter(
    (column) => column !== '' && !names.has(column.toLowerCase()) && !column.startsWith('refused_'),
  );
  return ignored.length === 0 ? [] : [`Not imported: ${ignored.map((column) => `“${column}”`).join(', ')}.`];
};

/** Columns of fields that a kind does not need may be absent where a whole mapping was given by hand. */
const dispensable = (mapping: Mapping): readonly string[] =>
  mapping.records.flatMap((spec) =>
    Object.entries(spec.fields).flatMap(([name, source]) => {
      const field = fieldsOf(spec.kind).fields.find((candidate) => candidate.name === name);
      return field === undefined || field.required ? [] : columnsOf(source);
    }),
  );

/**
 * The mapping for a file with this header.
 * @throws FileRefused where there is none that fits.
 */
export const resolveMapping = (
  choice: MappingChoice,
  given: PartialMapping | null,
  header: readonly string[],
): ResolvedMapping => {
  if (choice.preset !== null) {
    const { mapping, variant } = presetMapping(choice.preset, header, given);
    return { mapping, optionalColumns: variant.optional, notes: variant.notes, mainKind: mainKindOf(mapping) };
  }
  if (given?.records !== undefined) {
    const mapping = checkMapping({ ...commonOf(given), records: given.records });
    return {
      mapping,
      optionalColumns: dispensable(mapping),
      notes: ignoredNote(mapping, header),
      mainKind: mainKindOf(mapping),
    };
  }
  const kind = choice.kind ?? given?.kind ?? null;
  if (kind === null) {
    throw new FileRefused('Say what the file holds: a preset, a record kind, or a mapping with its records.');
  }
  const mapping = ownMapping(kind, header, given);
  return { mapping, optionalColumns: [], notes: ignoredNote(mapping, header), mainKind: kind };
};

/**
 * `2026-11-09..2026-11-15`, both days inclusive.
 * @throws FileRefused for any other text.
 */
export const parseCovers = (text: string | null | undefined): Covers => {
  if (text === null || text === undefined) return { how: 'infer' };
  const [from, to, more] = text.split('..').map(parseIsoDate);
  if (from === undefined || from === null || to === undefined || to === null || more !== undefined || to < from) {
    throw new FileRefused(`“${text}” is no span of days; write --covers 2026-11-09..2026-11-15.`);
  }
  return { how: 'declared', fromDay: from, toDay: to };
};
