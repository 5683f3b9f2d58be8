import type { Preset } from '../../../src/contract/imports.ts';
import { FileRefused } from '../file-refused.ts';
import { checkMapping, commonOf, type Mapping, type PartialMapping } from '../mapping.ts';
import { baltimore311 } from './baltimore-311.ts';
import { olist } from './olist.ts';
import type { PresetDefinition, PresetVariant } from './preset-types.ts';
import { scms } from './scms.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

const PRESETS: Readonly<Record<Preset, PresetDefinition>> = {
  scms,
  'baltimore-311': baltimore311,
  olist,
  'zendesk-tickets': zendeskTickets,
  'shopify-orders': shopifyOrders,
};

export const presetById = (id: Preset): PresetDefinition => PRESETS[id];

const hasAll = (header: readonly string[], columns: readonly string[]): boolean => {
  const names = new Set(header.map((column) => column.trim().toLowerCase()));
  return columns.every((column) => names.has(column.toLowerCase()));
};

/** Which of the preset's files a header belongs to; null where it is none of them. */
export const variantOf = (preset: PresetDefinition, header: readonly string[]): PresetVariant | null =>
  preset.variants.find(({ recognise }) => hasAll(header, recognise)) ?? null;

/**
 * The mapping of a preset for a file with this header, with what the person changed of it.
 * @throws FileRefused where the file is none of the preset's.
 */
export const presetMapping = (
  id: Preset,
  header: readonly string[],
  given: PartialMapping | null,
): { readonly mapping: Mapping; readonly variant: PresetVariant } => {
  const preset = presetById(id);
  const variant = variantOf(preset, header);
  if (variant === null) {
    const wanted = preset.variants
      .map(({ name, recognise }) => `${name} (${recognise.map((column) => `“${column}”`).join(', ')})`)
      .join('; ');
    throw new FileRefused(
      `This is no export of ${preset.title}: the header lacks its columns. Known are ${wanted}. ` +
        `The file has: ${header.map((column) => `“${column}”`).join(', ')}.` +
        (header.length === 1 ? ' A header of one column points to another delimiter.' : ''),
      1,
    );
  }
  const { fields, kind, records, parameters } = given ?? {};
  if (fields !== undefined || kind !== undefined || records !== undefined) {
    throw new FileRefused(
      'Beside a preset a mapping may change dialect, dates, zone and parameters, but not the fields.',
    );
  }
  const unknown = Object.keys(parameters ?? {}).find((name) => !(name in preset.parameters));
  if (unknown !== undefined) {
    throw new FileRefused(
      `The preset ${id} has no parameter “${unknown}”. It has: ${Object.keys(preset.parameters).join(', ') || 'none'}.`,
    );
  }
  const mapping = variant.mapping({ ...preset.parameters, ...parameters });
  return { mapping: checkMapping({ ...mapping, ...commonOf(given) }), variant };
};
