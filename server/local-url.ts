import type { Settings } from './settings.ts';

/** Where this machine reaches a service that listens on `host`: on every address it listens on loopback too. */
const hostInUrl = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

/** Where this machine reaches the service of these settings. */
export const localUrl = ({ host, port }: Pick<Settings, 'host' | 'port'>): string =>
  `http://${hostInUrl(host)}:${port}`;
