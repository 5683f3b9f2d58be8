import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** JSON lines on standard error; standard output stays for people. Addresses of databases never reach it. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: null, redact: ['*.connectionString', '*.url', 'url'] },
    pino.destination({ dest: 2, sync: true }),
  );
