/** Finds, or where the system allows installs, what the tests need beyond npm packages: Chromium, PostgreSQL and poppler. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Installs a Debian package as root or by password-less sudo; false where neither is possible. */
function installDebianPackage(name) {
  if (!onPath('apt-get')) return false;
  const asRoot = process.getuid?.() === 0;
  const sudo = asRoot ? [] : ['sudo', '-n'];
  if (!asRoot && !onPath('sudo')) return false;
  console.log(`Installing Debian's ${name} for the tests …`);
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-q', '-y', ...args];
    return (
      spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    );
  };
  return apt('update') && apt('install', '--no-install-recommends', name);
}

const systemChromium = () =>
  ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(onPath).find(Boolean);

/** Chromium: `CHROMIUM_PATH`, one on the system, Debian's package, Playwright's own download; in this order. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist. Point it at a Chromium, or unset it.`);
  }
  const onSystem = systemChromium();
  if (onSystem) return onSystem;
  if (installDebianPackage('chromium')) {
    const installed = systemChromium();
    if (installed) return installed;
  }
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
  const { chromium } = await import('@playwright/test');
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return downloaded;
  throw new Error(
    'No Chromium: none on this system, Debian’s package could not be installed, and Playwright could not download one. Install Chromium and set CHROMIUM_PATH to it.',
  );
}

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

function postgresBinaries() {
  const debian = existsSync(DEBIAN_POSTGRES)
    ? readdirSync(DEBIAN_POSTGRES).map((version) => join(DEBIAN_POSTGRES, version, 'bin'))
    : [];
  const fromConfig = onPath('pg_config') ? [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()] : [];
  const fromPath = onPath('initdb') ? [join(onPath('initdb'), '..')] : [];
  return [...debian, ...fromPath, ...fromConfig].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

/** PostgreSQL: `DATABASE_URL_TEST`, else the folder of a server's programs (the tests start one of their own from it). */
export function findPostgres() {
  if (process.env.DATABASE_URL_TEST) return 'DATABASE_URL_TEST';
  const found = postgresBinaries();
  if (found) return found;
  if (installDebianPackage('postgresql')) {
    const installed = postgresBinaries();
    if (installed) return installed;
  }
  throw new Error(
    'No PostgreSQL for the database tests: none on this system, and Debian’s package could not be installed. Install PostgreSQL, or set DATABASE_URL_TEST to a server on which databases may be created.',
  );
}

const POPPLER = ['pdfinfo', 'pdftotext', 'pdftoppm'];

/** poppler's programs, by which a printed review is read and looked at: their folder. */
export function findPoppler() {
  const complete = () => (POPPLER.every(onPath) ? join(onPath('pdfinfo'), '..') : undefined);
  const found = complete();
  if (found) return found;
  if (installDebianPackage('poppler-utils')) {
    const installed = complete();
    if (installed) return installed;
  }
  throw new Error(
    `No poppler for the test of the printed review: ${POPPLER.filter((name) => !onPath(name)).join(', ')} not on the PATH, and Debian’s package poppler-utils could not be installed. Install poppler (Debian and Ubuntu: poppler-utils; macOS: brew install poppler).`,
  );
}
