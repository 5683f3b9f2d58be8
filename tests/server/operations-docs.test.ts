import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { SETTING_NAMES } from '../../server/settings/environment.ts';
import { readSettings } from '../../server/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const OPERATIONS = read('docs/operations.md');

const section = (heading: string): string => {
  const from = OPERATIONS.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`docs/operations.md has no section ${heading}`);
  const to = OPERATIONS.indexOf('\n## ', from + 1);
  return OPERATIONS.slice(from, to < 0 ? undefined : to);
};

/** Rows of the table of settings: variable, and its default where it has one. */
const SETTINGS = [...section('Settings').matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map(
  ([, name = '', cell = '']) => ({ name, standard: /^`(.+)`$/.exec(cell)?.[1] ?? null }),
);

describe('the table of settings', () => {
  test('names every variable that is read, and none that is not', () => {
    expect(SETTINGS.map(({ name }) => name).sort()).toEqual(SETTING_NAMES.toSorted());
  });

  test.each(SETTINGS.filter(({ standard }) => standard !== null))(
    '$name is $standard where it is not set, as the table says',
    ({ name, standard }) => {
      expect(readSettings({ [name]: standard ?? '' })).toEqual(readSettings({}));
    },
  );

  test('has a default in words or none only where nothing fixed is the default', () => {
    const open = SETTINGS.filter(({ standard }) => standard === null).map(({ name }) => name);
    expect(open).toEqual(expect.arrayContaining(['KEPT_TIME_ZONE', 'DATABASE_URL']));
    for (const name of open.filter((one) => one !== 'KEPT_TIME_ZONE'))
      expect(readSettings({ [name]: '' })).toEqual(readSettings({}));
  });
});

test('the table of metrics names every metric of Kept that is told, and none that is not', async () => {
  const metrics = createMetrics({
    release: { version: '0.0.0', build: 'b' },
    facts: () => Promise.resolve(null),
    liveStreams: () => 0,
    importing: () => false,
  });
  const told = [...(await metrics.text()).matchAll(/^# TYPE (kept_\w+)/gm)].map(([, name = '']) => name);
  const rows = section('Metrics')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '');
  const documented = [...rows.join(' ').matchAll(/`(kept_\w+)`/g)].map(([, name = '']) => name);
  expect(documented.sort()).toEqual(told.sort());
});

describe('the ready files', () => {
  /* The folder beside them is for a display's computer: tests/server/wall-docs.test.ts. */
  const FILES = readdirSync(join(ROOT, 'docs/deploy'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

  test('are all described, and what is described is there', () => {
    const linked = [...OPERATIONS.matchAll(/deploy\/([\w.-]+)/g)].map(([, name = '']) => name);
    expect(FILES.filter((name) => !linked.includes(name))).toEqual([]);
    expect(linked.filter((name) => !FILES.includes(name))).toEqual([]);
  });

  test('start files that exist, with options that exist', () => {
    const started = FILES.flatMap((name) =>
      [...read(`docs/deploy/${name}`).matchAll(/server\/[\w-]+\.ts/g)].map(([path]) => path),
    );
    expect(started.length).toBeGreaterThan(2);
    expect(started.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, name = ''] of OPERATIONS.matchAll(/npm run (?:--silent )?([a-z:]+)/g))
      expect(scripts).toHaveProperty([name]);
  });

  test('the example of settings is accepted as it stands', () => {
    const given = parseEnv(read('docs/deploy/kept.env')) as Record<string, string>;
    expect(Object.keys(given).filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
    expect(readSettings(given)).toMatchObject({ host: '127.0.0.1', dataFolder: '/var/lib/kept' });
  });

  test('the image holds every folder that the service imports from, and is not run as root', () => {
    const docker = read('docs/deploy/Dockerfile');
    const copied = [...docker.matchAll(/^COPY --from=build \/kept\/(\S+)/gm)].map(([, path = '']) => path);
    expect(copied.filter((path) => path !== 'dist' && !existsSync(join(ROOT, path)))).toEqual([]);
    const imported = new Set(
      readdirSync(join(ROOT, 'server'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .flatMap((entry) => [
          ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/from '(?:\.\.\/)+(src\/\w+)\//g),
        ])
        .map(([, path = '']) => path),
    );
    expect([...imported].filter((path) => !copied.includes(path))).toEqual([]);
    for (const stage of docker.split(/^FROM /m).slice(2)) expect(stage).not.toMatch(/USER root(?![\s\S]*USER node)/);
    expect(docker).toContain('USER node');
  });
});
