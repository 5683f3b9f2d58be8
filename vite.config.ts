import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const servicePort = Number(process.env['PORT'] ?? 4000);

/**
 * Two service workers lie in `public/`: the mocks' own, which a production build must not offer, and the wall's, which would
 * be in the way of the mocks.
 */
function ownWorkersOnly(mode: string): Plugin {
  let outDir = '';
  return {
    name: 'own-workers-only',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const foreign = mode === 'mocks' ? 'wall-worker.js' : 'mockServiceWorker.js';
      await rm(resolve(outDir, foreign), { force: true });
    },
  };
}

/** Where the wall begins; it is loaded by itself. */
const WALL = 'src/features/wall/wall-screen.tsx';

/** Writes the list of all files that the wall is made of, for its service worker: `wall-shell.json`. */
function wallShell(): Plugin {
  return {
    name: 'wall-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const wanted = new Set<string>();
      const take = (name: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === name);
        if (chunk === undefined || wanted.has(name)) return;
        wanted.add(name);
        chunk.viteMetadata?.importedCss.forEach((file) => wanted.add(file));
        chunk.viteMetadata?.importedAssets.forEach((file) => wanted.add(file));
        chunk.imports.forEach(take);
      };
      for (const { fileName, isEntry, facadeModuleId } of chunks)
        if (isEntry || facadeModuleId?.endsWith(WALL) === true) take(fileName);
      // Named by style sheets alone; there is one typeface.
      for (const name of Object.keys(bundle)) if (name.endsWith('.woff2')) wanted.add(name);
      const files = [...wanted].map((name) => `/${name}`).toSorted();
      const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      this.emitFile({ type: 'asset', fileName: 'wall-shell.json', source: JSON.stringify({ build, files }) });
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ownWorkersOnly(mode), wallShell()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    sourcemap: false,
    // All that every page begins with in one file. Left to itself the bundler cuts it by who else uses what: each page that
    // is loaded by itself multiplies the cuts, and the first paint waits for dozens of small files.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'app', test: /src.app.(app|start-wall).tsx$/ }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The Host stays the page's own: the service refuses writes whose origin is another.
    proxy: { '/api': { target: `http://127.0.0.1:${servicePort}`, changeOrigin: false } },
  },
}));
