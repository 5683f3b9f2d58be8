/** `npm run dev`: the service with reload on change, and Vite with hot reload in front of it. Ends both together. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

const children = [
  run([
    '--import',
    'tsx',
    '--watch-path=server',
    '--watch-path=src/domain',
    '--watch-path=src/contract',
    '--watch-preserve-output',
    'server/main.ts',
    ...process.argv.slice(2),
  ]),
  run(['node_modules/vite/bin/vite.js']),
];
const stopAll = () => children.forEach((child) => child.kill('SIGTERM'));
for (const child of children) child.on('exit', stopAll);
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
