import { existsSync } from 'node:fs';
import { createBackup, type Backup } from './backup/create-backup.ts';
import { BACKUP_USAGE, parseBackupArguments, ROTATED_PREFIX } from './backup/backup-arguments.ts';
import { BackupFailure } from './backup/backup-failure.ts';
import { schemaOf } from './backup/manifest.ts';
import { keepNewest } from './backup/rotation.ts';
import { runCommand, say } from './backup/run-command.ts';
import { releaseOf, ROOT } from './build-id.ts';
import { readSettings } from './settings.ts';

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const sentenceOf = ({ file, bytes, database, migrations, dataVersion, files }: Backup): string =>
  `Backed up to ${file}: ${megabytes(bytes)}, ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}, ` +
  `schema ${schemaOf(migrations)}, data version ${dataVersion}, ${files.length - 1} lists of refused rows.`;

await runCommand('backup', async (signal) => {
  const now = Date.now();
  const command = parseBackupArguments(process.argv.slice(2), now);
  if (command.does === 'help') {
    say(BACKUP_USAGE);
    return;
  }
  /* Where a service listens is no matter here. */
  const { location, dataFolder } = readSettings({ ...process.env, HOST: '' });
  if (command.does === 'rotate' && !existsSync(command.folder)) {
    throw new BackupFailure(`There is no folder ${command.folder}. Create it, or name another place.`);
  }
  say(sentenceOf(await createBackup({ location, dataFolder, file: command.file, ...releaseOf(ROOT), now, signal })));
  if (command.does === 'rotate' && command.keep !== null) {
    const removed = await keepNewest(command.folder, (name) => name.startsWith(ROTATED_PREFIX), command.keep);
    if (removed.length > 0) say(`Removed: ${removed.join(', ')}.`);
  }
});
