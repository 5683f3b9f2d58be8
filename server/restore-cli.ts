import { parseRestoreArguments, RESTORE_USAGE } from './backup/backup-arguments.ts';
import { schemaOf, type Manifest } from './backup/manifest.ts';
import { checkBackup, restoreBackup } from './backup/restore-backup.ts';
import { runCommand, say } from './backup/run-command.ts';
import { MIGRATIONS } from './db/migrate.ts';
import { readSettings } from './settings.ts';

const whatItIs = ({ madeAt, version, migrations, dataVersion, database }: Manifest): string =>
  `a ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'} database of ${madeAt}, Kept ${version}, ` +
  `schema ${schemaOf(migrations)}, data version ${dataVersion}`;

await runCommand('restore', async (signal) => {
  const command = parseRestoreArguments(process.argv.slice(2));
  if (command.does === 'help') {
    say(RESTORE_USAGE);
    return;
  }
  if (command.does === 'check') {
    const manifest = await checkBackup(command.file, signal);
    say(`${command.file} is whole: ${whatItIs(manifest)}.`);
    return;
  }
  /* Where a service listens is no matter here. */
  const { location, dataFolder } = readSettings({ ...process.env, HOST: '' });
  const manifest = await restoreBackup({ file: command.file, location, dataFolder, signal });
  const older = manifest.migrations.length < MIGRATIONS.length;
  say(
    `Restored into ${dataFolder}${location.kind === 'postgres' ? ' and the database of DATABASE_URL' : ''}: ${whatItIs(manifest)}.`,
    older ? 'It is older than this Kept: the next start brings it up to date.' : 'Start Kept on it with npm start.',
  );
});
