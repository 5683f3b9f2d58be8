import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DATA_CHANNEL } from './data-version.ts';
import { asFailure } from './failure.ts';

const RECONNECT_MS = 2000;

/**
 * Hears the data versions that any process commits, on a connection of its own. A connection that breaks is made anew;
 * what was told meanwhile is not heard, the polls of the page find it.
 */
export const listenForVersions = async (
  config: pg.ClientConfig,
  listener: (dataVersion: number) => void,
): Promise<() => Promise<void>> => {
  const stop = new AbortController();
  let current: pg.Client | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client(config);
    current = client;
    /* Unheard, the event would end the process; the end of the connection follows it. */
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      const version = Number(payload);
      if (channel === DATA_CHANNEL && Number.isInteger(version)) listener(version);
    });
    await client.connect();
    await client.query(`listen ${DATA_CHANNEL}`);
    client.once('end', () => void reconnect());
  };

  const reconnect = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await delay(RECONNECT_MS, undefined, { signal: stop.signal, ref: false });
        await connect();
        return;
      } catch {
        /* Still away: tried again until it is back or the service stops. */
      }
    }
  };

  try {
    await connect();
  } catch (error) {
    await current?.end().catch(() => undefined);
    throw asFailure(error);
  }
  return async () => {
    stop.abort();
    await current?.end().catch(() => undefined);
  };
};
