import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DATA_CHANNEL, VERSION_KEY } from './data-version.ts';
import { DISPLAY_CHANNEL } from './display-notice.ts';
import { asFailure } from './failure.ts';

const RECONNECT_MS = 2000;

/**
 * Hears the data versions that any process commits, on a connection of its own. A connection that breaks is made anew, and
 * the version that stands by then is told: what was told meanwhile was not heard. Of displays that moved meanwhile nothing
 * is told: they ask within a minute themselves.
 */
export const listenForVersions = async (
  config: pg.ClientConfig,
  listener: (dataVersion: number) => void,
  onDisplay: (displayId: string) => void = () => undefined,
): Promise<() => Promise<void>> => {
  const stop = new AbortController();
  let current: pg.Client | undefined;

  const tellStanding = async (client: pg.Client): Promise<void> => {
    const { rows } = await client.query<{ value: string }>('select value from settings where key = $1', [VERSION_KEY]);
    const value = rows[0]?.value;
    if (value !== undefined) listener(Number(value));
  };

  const connect = async (again: boolean): Promise<void> => {
    const client = new pg.Client(config);
    current = client;
    /* Unheard, the event would end the process; the end of the connection follows it. */
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      if (channel === DISPLAY_CHANNEL && payload !== undefined) onDisplay(payload);
      const version = Number(payload);
      if (channel === DATA_CHANNEL && Number.isInteger(version)) listener(version);
    });
    try {
      await client.connect();
      await client.query(`listen ${DATA_CHANNEL}`);
      await client.query(`listen ${DISPLAY_CHANNEL}`);
      if (again) await tellStanding(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => void reconnect());
  };

  const reconnect = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await delay(RECONNECT_MS, undefined, { signal: stop.signal, ref: false });
        await connect(true);
        return;
      } catch {
        /* Still away: tried again until it is back or the service stops. */
      }
    }
  };

  try {
    await connect(false);
  } catch (error) {
    throw asFailure(error);
  }
  return async () => {
    stop.abort();
    await current?.end().catch(() => undefined);
  };
};
