import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BackupFailure } from './backup/backup-failure.ts';
import { databaseFailure } from './db/failure.ts';
import { inOrderOfPreset } from './importing/peek-header.ts';
import { type CliCommand, parseCliArguments, USAGE, UsageError } from './jobs/cli-arguments.ts';
import { listLine, progressLine, reportLines } from './jobs/cli-report.ts';
import { directImporter } from './jobs/direct-importer.ts';
import { type Importer, ImporterFailure } from './jobs/importer-types.ts';
import { serviceImporter } from './jobs/service-importer.ts';
import { FolderTaken, lockFolder } from './lock.ts';
import { localUrl } from './local-url.ts';
import { SettingsError } from './settings/settings-error.ts';
import { readSettings, type Settings } from './settings.ts';

const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Where people sign in, a running service takes imports by key; from the environment, so that no list of processes shows it. */
const API_KEY = /\S+/.exec(process.env['KEPT_API_KEY'] ?? '')?.[0] ?? null;

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Whether a service answers at the settings' address. On PostgreSQL there is no folder lock that would tell. */
const serviceAnswers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(new URL('/api/health', url), { signal: AbortSignal.timeout(1500) });
    const health: unknown = await response.json();
    return response.ok && typeof health === 'object' && health !== null && 'dataVersion' in health;
  } catch {
    return false;
  }
};

/** Through the service that holds the data folder, else by this process, which then holds the folder itself. */
const openImporter = async (settings: Settings): Promise<Importer> => {
  if (settings.location.kind === 'postgres') {
    const url = localUrl(settings);
    return (await serviceAnswers(url)) ? serviceImporter(url, API_KEY) : directImporter(settings, Date.now);
  }
  try {
    const lock = lockFolder(settings.dataFolder);
    const importer = await directImporter(settings, Date.now);
    return {
      ...importer,
      close: async () => {
        await importer.close();
        lock.release();
      },
    };
  } catch (error) {
    const url = error instanceof FolderTaken ? (error.holder?.url ?? null) : null;
    if (url === null || !(await serviceAnswers(url))) throw error;
    return serviceImporter(url, API_KEY);
  }
};

const progressPrinter = () => {
  const onTerminal = process.stdout.isTTY;
  let last = '';
  let saidAt = 0;
  return {
    tell: (line: string): void => {
      if (onTerminal) process.stdout.write(`\r\u001b[K  ${line}`);
      else if (performance.now() - saidAt > 5000) {
        saidAt = performance.now();
        say(`  ${line}`);
      }
      last = line;
    },
    end: (): void => {
      if (onTerminal && last !== '') process.stdout.write('\r\u001b[K');
    },
  };
};

const importFiles = async (
  importer: Importer,
  command: Extract<CliCommand, { does: 'import' }>,
  signal: AbortSignal,
): Promise<number> => {
  const mapping = command.mappingFile === null ? null : await readFile(command.mappingFile, 'utf8');
  const files = command.preset === null ? command.files : await inOrderOfPreset(command.files, command.preset);
  let exit: number = EXIT.done;
  for (const path of files) {
    if (signal.aborted) return EXIT.failed;
    say(path);
    await access(path, constants.R_OK);
    const progress = progressPrinter();
    const report = await importer
      .importFile(
        {
          path,
          fileName: basename(path),
          choice: { preset: command.preset, kind: command.kind, mapping, dateOrder: command.dateOrder },
          covers: command.covers,
          dryRun: command.dryRun,
          strict: command.strict,
        },
        (step) => {
          progress.tell(progressLine(step));
        },
        signal,
      )
      .finally(progress.end);
    say(...reportLines(report));
    if (report.status !== 'done') exit = EXIT.failed;
  }
  return exit;
};

const run = async (command: CliCommand): Promise<number> => {
  if (command.does === 'help') {
    say(USAGE);
    return EXIT.done;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort(new Error('Cancelled.'));
  });
  const importer = await openImporter(readSettings(process.env));
  try {
    switch (command.does) {
      case 'list': {
        const imports = await importer.list();
        say(...(imports.length === 0 ? ['No imports yet.'] : imports.map(listLine)));
        return EXIT.done;
      }
      case 'undo': {
        const report = await importer.undo(command.id);
        say(`Import ${report.id} (${report.fileName}) is ${report.status}.`);
        return EXIT.done;
      }
      case 'import':
        return await importFiles(importer, command, stop.signal);
    }
  } finally {
    await importer.close();
  }
};

/** The sentence for a failure that a person can do something about; null for a fault of Kept itself. */
const sentenceOf = (error: unknown): string | null => {
  const isSentence = [ImporterFailure, FolderTaken, SettingsError, BackupFailure].some((kind) => error instanceof kind);
  if (isSentence && error instanceof Error) return error.message;
  if (error instanceof Error && 'path' in error) return `The file cannot be read: ${error.message}`;
  return databaseFailure(error)?.message ?? null;
};

try {
  process.exitCode = await run(parseCliArguments(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    complain(`${error.message}\nnpm run import -- --help says more.`);
    process.exitCode = EXIT.usage;
  } else {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    complain(sentence);
    process.exitCode = error instanceof SettingsError ? EXIT.usage : EXIT.failed;
  }
}
