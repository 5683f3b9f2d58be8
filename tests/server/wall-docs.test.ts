import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const WALL = read('docs/wall.md');
const FOLDER = 'docs/deploy/kiosk';
const FILES = readdirSync(join(ROOT, FOLDER));
const file = (name: string): string => read(`${FOLDER}/${name}`);
/** Lines of commands: indented by four, or by six in a list. */
const COMMANDS = WALL.split('\n').filter((line) => /^(?: {4}| {6})\S/.test(line));

/** Where each file lies on the display's computer, by its own first comment. */
const placeOf = (name: string): string | undefined => /(?:#|\/\/) (\/[\w./-]+)/.exec(file(name))?.[1];

describe('the files of a display’s computer', () => {
  test('are all linked, and what is linked is there', () => {
    const linked = new Set([...WALL.matchAll(/\(deploy\/kiosk\/([\w.-]+)\)/g)].map(([, name]) => name));
    expect([...linked].toSorted()).toEqual(FILES.toSorted());
  });

  test('are all put in their place by a command, and each says which one that is', () => {
    const installs = COMMANDS.filter((line) => line.trim().startsWith('install '));
    const placed = new Map(
      installs.flatMap((line) => {
        const words = line.trim().split(/\s+/).slice(1);
        const into = words[words.indexOf('-t') + 1];
        const names = words.filter((word) => FILES.includes(word));
        const last = words.at(-1) ?? '';
        if (words.includes('-t')) return names.map((name) => [name, `${into ?? ''}/${name}`] as const);
        return names.map((name) => [name, last.endsWith('/') ? `${last}${name}` : last] as const);
      }),
    );
    expect([...placed.keys()].toSorted()).toEqual(FILES.toSorted());
    /* JSON knows no comments. */
    for (const name of FILES.filter((one) => one !== 'policy.json'))
      expect([name, placed.get(name)]).toEqual([name, placeOf(name)]);
  });

  test('use what is installed, and each other, by their names', () => {
    const packages = COMMANDS.filter((line) => line.includes('apt-get install')).join(' ');
    for (const name of ['sway', 'seatd', 'grim', 'chromium', 'unattended-upgrades', 'systemd-timesyncd', 'iw'])
      expect(packages).toMatch(new RegExp(`\\b${name}\\b`));
    const texts = FILES.map(file).join('\n');
    const named = [...texts.matchAll(/\/usr\/local\/lib\/kept-wall\/(\w+)|\/etc\/kept-wall\/([\w.]+\w)/g)];
    for (const [, program, setting] of named) expect(FILES).toContain(program ?? setting);
    expect(file('kept-wall-screen.service')).toContain('SWAYSOCK=/run/kept-wall/sway.sock');
    expect(file('kept-wall.service')).toContain('SWAYSOCK=/run/kept-wall/sway.sock');
  });

  test('name one address', () => {
    const addresses = new Set(FILES.flatMap((name) => file(name).match(/https:\/\/kept[^\s"]*/g) ?? []));
    expect([...addresses]).toEqual(['https://kept.example.org/wall']);
    const policy = JSON.parse(file('policy.json')) as Record<string, unknown>;
    expect(policy).toMatchObject({ URLBlocklist: ['*'], URLAllowlist: [...addresses] });
  });
});

test('settings that the page names are read, and have the names of the ready file', () => {
  const named = new Set(WALL.match(/KEPT_WALL_[A-Z]+/g));
  for (const name of named) {
    expect(file('wall.env')).toContain(`${name}=`);
    expect(file('screen') + file('browser')).toContain(name);
  }
  expect(named.size).toBe(3);
});

test('times that the page tells are those of the timers', () => {
  expect(WALL).toContain('at 03:50');
  expect(file('kept-wall-restart.timer')).toContain('OnCalendar=*-*-* 03:50');
  expect(WALL).toContain('between 02:40 and 03:10, and a restart of the computer at 03:40');
  expect(file('apt-daily.conf')).toContain('OnCalendar=*-*-* 02:40');
  expect(file('apt-daily-upgrade.conf')).toMatch(/OnCalendar=\*-\*-\* 03:00\nRandomizedDelaySec=10min/);
  expect(file('52kept-wall')).toContain('Automatic-Reboot-Time "03:40"');
  expect(WALL).toContain('after three without a change');
  expect(file('kept-wall.service')).toContain('WatchdogSec=180');
  expect(WALL).toContain('every 15 seconds');
  expect(file('watch')).toContain('sleep 15');
});

test('what the screen says is in the words of the screen', () => {
  const words = read('src/features/wall/wall-words.ts');
  for (const said of [
    'No connection',
    'Showing figures of',
    'No connection to the service, trying again',
    'No figures',
    'This screen’s clock is',
    'No slide is due now. Next at',
  ]) {
    expect(WALL).toContain(said);
    expect(words).toContain(said);
  }
});

test('the paths that a proxy lets through are those that a display asks for', () => {
  const worker = read('public/wall-worker.js');
  for (const path of ['/wall', '/wall-shell.json', '/assets/']) {
    expect(worker).toContain(`'${path}'`);
    expect(WALL).toContain(`\`${path}`);
  }
  expect(WALL).toContain('`/api/wall/*`');
});
