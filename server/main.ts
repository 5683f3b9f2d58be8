import { BackupFailure } from './backup/backup-failure.ts';
import { ROOT } from './build-id.ts';
import { DatabaseFailure } from './db/failure.ts';
import { FolderTaken } from './lock.ts';
import { createLog } from './log.ts';
import { lacksAdministrator } from './services/first-administrator.ts';
import { loadSample } from './services/load-sample.ts';
import { ServiceFailure } from './http/service-failure.ts';
import { SettingsError } from './settings/settings-error.ts';
import { readSettings, type Settings } from './settings.ts';
import { CannotListen, startService, type RunningService } from './start-service.ts';
import { progressPrinter } from './terminal-progress.ts';

const OPTIONS = ['--sample'];

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Failures that are told in their own words; anything else is a bug and is told with its stack. */
const isToldInWords = (error: unknown): error is Error =>
  [SettingsError, FolderTaken, DatabaseFailure, BackupFailure, CannotListen].some((kind) => error instanceof kind);

const giveUp = (error: unknown): void => {
  process.stderr.write(isToldInWords(error) ? `${error.message}\n` : `${String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
};

const stopOnSignals = ({ stop }: RunningService): void => {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      /* Asked a second time, it does not wait: whatever was not committed was not acknowledged either. */
      if (stopping) process.exit(130);
      stopping = true;
      say('\nKept stops …');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          giveUp(error);
          process.exit(1);
        },
      );
    });
  }
};

const fillWithSample = async ({ ctx, jobs, url }: RunningService): Promise<void> => {
  const report = await loadSample({ ...ctx, jobs }, 'the start of the service');
  say('Loading the sample company: six teams, three years of orders, claims and evaluations. All of it is simulated.');
  const printer = progressPrinter(process.stdout);
  const unwatch = jobs.watch(report.id, printer.show);
  const outcome = await jobs.ended(report.id);
  unwatch();
  printer.end();
  if (outcome?.ended === 'failed') process.stderr.write(`The sample could not be loaded: ${outcome.message}\n`);
  else if (outcome?.ended !== 'cancelled') say(`The sample company is loaded. Look at ${ctx.settings.address ?? url}`);
};

const sayWaysToFill = (url: string): void => {
  say('There are no records yet. Two ways to begin:');
  say(`  look around with a simulated company:  open ${url}, or start with  npm start -- --sample`);
  say(
    '  bring your own records:                npm run import -- FILE --kind orders   (README: "Bring your own data")',
  );
};

const whereRecordsAre = ({ location }: Settings): string =>
  location.kind === 'sqlite' ? `Records are in ${location.folder}.` : 'Records are in the PostgreSQL of DATABASE_URL.';

const WHO_MAY = {
  open: 'It answers on this machine alone, since nobody has to sign in.',
  accounts: 'People sign in with e-mail and password.',
  oidc: 'People sign in with the company account.',
  proxy: 'The proxy before it says who one is.',
} as const;

/** On the terminal alone: the link is a secret until it is used, and no log holds it. */
const sayFirstAdministrator = (link: string): void => {
  say(
    'Nobody could administer it yet. This link, good for one use within 24 hours, makes you the first administrator:',
  );
  say(`  ${link}`);
};
/** A terminal is for people: there, lines that only tell what goes well come when they are asked for. */
const logLevelFor = ({ logLevel }: Settings): string =>
  process.stderr.isTTY && (process.env['LOG_LEVEL'] ?? '') === '' ? 'warn' : logLevel;

const main = async (): Promise<void> => {
  const given = process.argv.slice(2);
  const unknown = given.find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined)
    throw new SettingsError([`There is no option ${unknown}; there is: ${OPTIONS.join(', ')}.`]);
  const settings = readSettings(process.env);
  const service = await startService({
    settings,
    log: createLog(logLevelFor(settings)),
    clock: Date.now,
    root: ROOT,
    onBackup: (file) => say(`The database is older than this Kept: it is backed up first, to ${file} …`),
    onRebuild: () => say('Settings or definitions changed: the figures are computed anew …'),
  });
  stopOnSignals(service);
  const address = settings.address ?? service.url;
  say(`Kept is ready: ${address}`);
  say(`${whereRecordsAre(settings)} ${WHO_MAY[settings.signIn.way]} Ctrl C stops it.`);
  if (service.firstAdministrator !== null) sayFirstAdministrator(service.firstAdministrator);
  if (await lacksAdministrator(service.ctx)) {
    say(
      'Nobody could administer it yet: name the first administrator in the settings, KEPT_ADMINISTRATORS=you@example.org',
    );
  }
  const { weeks, coverage } = await service.ctx.data.index();
  const empty = weeks.size === 0 && coverage.size === 0;
  if (given.includes('--sample')) {
    try {
      await fillWithSample(service);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      say(error.message);
    }
  } else if (empty) sayWaysToFill(address);
};

await main().catch(giveUp);
