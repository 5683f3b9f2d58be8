import { parseArgs } from 'node:util';
import { PRESETS, type Preset } from '../../src/contract/imports.ts';
import { RECORD_KINDS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import type { DateOrder } from '../importing/parse-moment.ts';

/** What `npm run import` was asked to do. */
export type CliCommand =
  | { readonly does: 'help' }
  | { readonly does: 'list' }
  | { readonly does: 'undo'; readonly id: number }
  | {
      readonly does: 'import';
      readonly files: readonly string[];
      readonly preset: Preset | null;
      readonly kind: RecordKind | null;
      /** Path of a JSON file. */
      readonly mappingFile: string | null;
      readonly dateOrder: DateOrder | null;
      readonly covers: string | null;
      readonly dryRun: boolean;
      readonly strict: boolean;
    };

/** A command line that cannot be understood; the message says what to write instead. */
export class UsageError extends Error {}

export const USAGE = `Imports records into Kept.

  npm run import -- FILE… --preset NAME      a known export: ${PRESETS.join(', ')}
  npm run import -- FILE… --kind KIND        a file with the columns of a record kind
  npm run import -- FILE… --mapping FILE     a file with columns of its own, as the mapping (JSON) says
  npm run import -- --list                   the imports so far
  npm run import -- --undo ID                takes an import back as a whole

  --dry-run               counts what would be new, changed and refused; writes nothing
  --strict                refuses the whole file when one row is refused
  --covers A..B           the days that the file covers, such as 2026-11-09..2026-11-15
  --date-order dmy|mdy    whether 3/5/2026 is the 3rd of May or the 5th of March
  --kind KIND             ${RECORD_KINDS.slice(0, 10).join(', ')},
                          ${RECORD_KINDS.slice(10).join(', ')}

CSV or TSV (comma, semicolon, tab; UTF-8, UTF-16, Windows-1252) and JSON lines. Each file is one transaction: all accepted
rows or none. While the service runs, the import goes through it, with the key in KEPT_API_KEY where people sign in there;
otherwise this command opens the data folder itself.
Exit codes: 0 imported, 1 refused or failed, 2 wrong use.`;

const oneOf = <Value extends string>(
  name: string,
  values: readonly Value[],
  given: string | undefined,
): Value | null => {
  if (given === undefined) return null;
  const found = values.find((value) => value === given);
  if (found === undefined) throw new UsageError(`--${name} is one of ${values.join(', ')}; got “${given}”.`);
  return found;
};

/** @throws UsageError */
export const parseCliArguments = (argv: readonly string[]): CliCommand => {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        list: { type: 'boolean' },
        undo: { type: 'string' },
        preset: { type: 'string' },
        kind: { type: 'string' },
        mapping: { type: 'string' },
        covers: { type: 'string' },
        'date-order': { type: 'string' },
        'dry-run': { type: 'boolean' },
        strict: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { does: 'help' };
  if (values.list === true) return { does: 'list' };
  if (values.undo !== undefined) {
    if (!/^\d+$/.test(values.undo)) throw new UsageError(`--undo takes the number of an import; got “${values.undo}”.`);
    return { does: 'undo', id: Number(values.undo) };
  }
  if (positionals.length === 0) throw new UsageError('Name at least one file.');
  const preset = oneOf('preset', PRESETS, values.preset);
  const kind = oneOf('kind', RECORD_KINDS, values.kind);
  if (preset !== null && kind !== null) throw new UsageError('Give either --preset or --kind, not both.');
  const mappingFile = values.mapping ?? null;
  if (preset === null && kind === null && mappingFile === null) {
    throw new UsageError('Say what the files hold: --preset NAME, --kind KIND or --mapping FILE.');
  }
  return {
    does: 'import',
    files: positionals,
    preset,
    kind,
    mappingFile,
    dateOrder: oneOf('date-order', ['dmy', 'mdy'], values['date-order']),
    covers: values.covers ?? null,
    dryRun: values['dry-run'] === true,
    strict: values.strict === true,
  };
};
