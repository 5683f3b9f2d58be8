import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** A service of its own for one wall: killed, started again on its data, given another build. */
export type WallService = {
  readonly url: string;
  /** Does nothing where it runs. */
  readonly start: () => Promise<void>;
  /** As a power cut does it: nothing is said to anybody. */
  readonly kill: () => Promise<void>;
  /** From the next start on it hands out another page: the same, with a file of another name that it begins with. */
  readonly buildAnew: (name: string) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Takes the page that is built in `dist`. */
export async function wallService(port: number): Promise<WallService> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-wall-'));
  const root = join(folder, 'root');
  await cp(join(REPOSITORY, 'dist'), join(root, 'dist'), { recursive: true });
  for (const name of ['server', 'src', 'package.json', 'node_modules'])
    await symlink(join(REPOSITORY, name), join(root, name));
  let child: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    const dying = child;
    child = null;
    if (dying?.exitCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    start: async () => {
      if (child !== null) return;
      const started = spawn(process.execPath, ['--import', 'tsx', join(REPOSITORY, 'tests/browser/serve-wall.ts')], {
        cwd: REPOSITORY,
        env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), ROOT: root },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.stdout.on('data', (text: Buffer) => {
          if (text.toString().includes('ready')) resolve();
        });
        started.once('exit', (code) => reject(new Error(`The service ended with ${String(code)}`)));
      });
    },
    buildAnew: async (name) => {
      const page = join(root, 'dist', 'index.html');
      const html = await readFile(page, 'utf8');
      const entry = /<script type="module"[^>]* src="(\/assets\/index-[^"]+\.js)"/.exec(html)?.[1];
      if (entry === undefined) throw new Error('The page has no script');
      const next = `/assets/index-${name}.js`;
      await cp(join(root, 'dist', entry), join(root, 'dist', next));
      await writeFile(page, html.replaceAll(entry, next));
      const list = join(root, 'dist', 'wall-shell.json');
      const shell = JSON.parse(await readFile(list, 'utf8')) as { readonly files: readonly string[] };
      const files = shell.files.map((file) => (file === entry ? next : file));
      await writeFile(list, JSON.stringify({ build: name, files }));
    },
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
