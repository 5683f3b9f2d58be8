import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Preset } from '../../src/contract/imports.ts';
import { readCsv } from './read-csv.ts';
import { presetById, variantOf } from './presets/find-preset.ts';
import { sniffDialect } from './sniff-dialect.ts';
import { byteOrderMark, unmarkedUtf16 } from './text-encoding.ts';

const HEAD_BYTES = 65_536;

/** The header of a CSV file from its first bytes; empty where it cannot be told, which the import then says why. */
export const peekHeader = async (path: string): Promise<readonly string[]> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    const mark = byteOrderMark(head);
    const encoding = mark?.encoding ?? unmarkedUtf16(head) ?? 'utf-8';
    const survey = { path, bytes: bytesRead, hash: '', encoding, markBytes: mark?.length ?? 0, head };
    const dialect = sniffDialect(survey);
    if (dialect.format !== 'csv') return [];
    const text = new TextDecoder(encoding).decode(head.subarray(survey.markBytes));
    const chunks = Readable.from([{ bytes: Buffer.from(text), bytesRead }]);
    for await (const { rows } of readCsv(chunks, dialect)) return rows[0] ?? [];
    return [];
  } catch {
    return [];
  } finally {
    await file.close();
  }
};

/**
 * Puts the files of one export into the order in which they build on each other: Olist's customers before its orders,
 * these before the items. Files that are not recognised stay last, in the order given.
 */
export const inOrderOfPreset = async (paths: readonly string[], preset: Preset): Promise<readonly string[]> => {
  const definition = presetById(preset);
  if (definition.variants.length < 2) return paths;
  const places = await Promise.all(
    paths.map(async (path) => {
      const variant = variantOf(definition, await peekHeader(path));
      return variant === null ? definition.variants.length : definition.variants.indexOf(variant);
    }),
  );
  return paths
    .map((path, index) => ({ path, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ path }) => path);
};
