import { parseEnv } from 'node:util';
import { Environment } from './environment.ts';
import { SettingsError } from './settings-error.ts';

/** Variables as they are given, not looked at yet. */
export type Given = Readonly<Record<string, string | undefined>>;

/** The text of a file; throws where there is none. */
export type Read = (path: string) => string;

const readFor = (name: string, path: string, read: Read): string => {
  try {
    return read(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new SettingsError([`${name} (${path}) cannot be read: ${code}.`]);
  }
};

/** The client's secret, from the variable or from the file, as Docker and systemd hand secrets over. */
export const clientSecret = (env: Environment, read: Read): string | undefined => {
  const { KEPT_OIDC_CLIENT_SECRET: given, KEPT_OIDC_CLIENT_SECRET_FILE: path } = env;
  if (path === undefined || env.KEPT_SIGN_IN !== 'oidc') return given;
  const secret = readFor('KEPT_OIDC_CLIENT_SECRET_FILE', path, read).trim();
  if (given !== undefined || secret === '') {
    const wrong = secret === '' ? 'is empty' : 'is given beside KEPT_OIDC_CLIENT_SECRET: choose one of them';
    throw new SettingsError([`KEPT_OIDC_CLIENT_SECRET_FILE (${path}) ${wrong}.`]);
  }
  return secret;
};

/** `NAME=value` lines of the file that KEPT_SETTINGS_FILE names; what the environment says goes before it. */
export const settingsFile = (path: string, read: Read): Given => {
  const given = parseEnv(readFor('KEPT_SETTINGS_FILE', path, read)) as Given;
  const unknown = Object.keys(given).filter((name) => !(name in Environment.shape));
  if (unknown.length > 0) {
    throw new SettingsError(unknown.map((name) => `${name} in ${path} is no setting of Kept. Is it misspelt?`));
  }
  return given;
};
