import type { Context } from 'hono';
import type { ServiceContext } from '../context.ts';

/** Where people reach the service, for links to hand on; without an address of the settings, as the asker reached it. */
export const addressIn = ({ settings }: Pick<ServiceContext, 'settings'>, c: Context): string =>
  settings.address ?? `http://${c.req.header('host') ?? new URL(c.req.url).host}`;
