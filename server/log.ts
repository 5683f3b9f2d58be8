import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './http/request-id.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** What every line of a request carries. */
const requestOf = (): { readonly request?: string } => {
  const request = currentRequestId();
  return request === undefined ? {} : { request };
};

/**
 * JSON lines on standard error; standard output stays for people. Each line of a request carries its id. Addresses of
 * databases never reach it.
 */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: null,
      redact: ['*.connectionString', '*.url', 'url'],
      mixin: requestOf,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
