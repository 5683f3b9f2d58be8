import type { Preset } from '../../../src/contract/imports.ts';
import type { Mapping } from '../mapping.ts';

/** Numbers that a preset asks for, such as the days within which a shop promises to deliver. */
export type Parameters = Readonly<Record<string, number>>;

/** One kind of file of an export: known by its header. */
export type PresetVariant = {
  readonly name: string;
  /** Columns that the header must have; they tell the files of one export apart. */
  readonly recognise: readonly string[];
  /** Columns that some versions of the export leave out. */
  readonly optional: readonly string[];
  /** Said in the report of every import: what the export cannot tell. */
  readonly notes: readonly string[];
  readonly mapping: (parameters: Parameters) => Mapping;
};

/** A common export. Files of several variants are imported in the order in which the variants stand. */
export type PresetDefinition = {
  readonly id: Preset;
  readonly title: string;
  /** Names of its parameters with what they are taken for. */
  readonly parameters: Parameters;
  readonly variants: readonly PresetVariant[];
};
