/**
 * `npm start`: builds the app where its sources changed since the last build, then runs the service in this process.
 * Arguments are the service's (`--sample`).
 */
import { buildIfStale } from './build-if-stale.mjs';
import { register } from 'tsx/esm/api';

process.env.NODE_ENV ??= 'production';
await buildIfStale();
register();
await import('../server/main.ts');
