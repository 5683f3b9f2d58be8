import { databaseFailure } from '../db/failure.ts';
import { UsageError } from '../jobs/cli-arguments.ts';
import { FolderTaken } from '../lock.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { BackupFailure } from './backup-failure.ts';

const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

export const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const sentenceOf = (error: unknown): string | null => {
  if (error instanceof BackupFailure || error instanceof FolderTaken || error instanceof SettingsError) {
    return error.message;
  }
  return databaseFailure(error)?.message ?? null;
};

/**
 * Runs a command of `npm run backup` or `npm run restore`: failures in words, and an exit code. Ctrl C and SIGTERM stop
 * it, and it takes its half-written files away.
 */
export const runCommand = async (name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('Stopped.')));
  try {
    await work(stop.signal);
    process.exitCode = EXIT.done;
  } catch (error) {
    if (stop.signal.aborted) {
      complain('Stopped. Nothing was written.');
      process.exitCode = EXIT.interrupted;
      return;
    }
    if (error instanceof UsageError) {
      complain(`${error.message}\nnpm run ${name} -- --help says more.`);
      process.exitCode = EXIT.usage;
      return;
    }
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    complain(sentence);
    process.exitCode = error instanceof SettingsError ? EXIT.usage : EXIT.failed;
  }
};
