import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const servicePort = Number(process.env['PORT'] ?? 4000);

/** The mocks' service worker lies in `public/` for development; a production build must not offer it. */
function withoutMockWorker(mode: string): Plugin {
  let outDir = '';
  return {
    name: 'without-mock-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      if (mode !== 'mocks') await rm(resolve(outDir, 'mockServiceWorker.js'), { force: true });
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), withoutMockWorker(mode)],
  worker: { format: 'es' },
  build: { target: 'es2023', modulePreload: { polyfill: false }, sourcemap: false },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The Host stays the page's own: the service refuses writes whose origin is another.
    proxy: { '/api': { target: `http://127.0.0.1:${servicePort}`, changeOrigin: false } },
  },
}));
