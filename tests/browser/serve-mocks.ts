import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../server/http/security.ts';
import { MOCKS_PORT } from './ports.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Builds the page with the mocks in it into a folder of its own and serves that, under the service's policy. */
const folder = await mkdtemp(join(tmpdir(), 'kept-mocks-'));
await build({ mode: 'mocks', logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });

/** The decoded path; one that cannot be decoded names no file. */
function pathOf(url: string): string {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return '/';
  }
}

const server = createServer((request, response) => {
  const path = pathOf(request.url ?? '/');
  if (path.startsWith('/api/')) {
    // The worker answers these; what arrives here came before it listened.
    response.writeHead(502).end();
    return;
  }
  const file = join(folder, path);
  const isFile = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
  const found = isFile ? file : join(folder, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy({ frameAncestors: [] }),
    'x-content-type-options': 'nosniff',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(found).pipe(response);
});
server.listen(MOCKS_PORT, '127.0.0.1');

const stop = (): void => {
  server.close();
  server.closeAllConnections();
  void rm(folder, { recursive: true, force: true }).finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
