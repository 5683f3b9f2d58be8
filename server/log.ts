import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Names under which a secret could come along with something else that is logged. */
const SECRETS = [
  'connectionString',
  'url',
  'password',
  'current',
  'token',
  'secret',
  'authorization',
  'cookie',
  'clientSecret',
];

/** JSON lines on standard error; standard output stays for people. Addresses of databases and secrets never reach it. */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino({ level, base: null, redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]) }, destination);
