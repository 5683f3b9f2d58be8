import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const servicePort = Number(process.env['PORT'] ?? 4000);

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', modulePreload: { polyfill: false }, sourcemap: false },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': `http://127.0.0.1:${servicePort}` } },
});
