import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './http/request-id.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** What every line of a request carries. */
const requestOf = (): { readonly request?: string } => {
  const request = currentRequestId();
  return request === undefined ? {} : { request };
};

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
  'metricsToken',
];

/**
 * JSON lines on standard error; standard output stays for people. Each line of a request carries its id. Addresses of
 * databases and secrets never reach it.
 */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: null,
      redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      mixin: requestOf,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
