import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_NOTES } from '../../../src/features/wall/wall-notes.ts';
import { board, closeWall, MINUTE, NOW, openWall, pageOf, SECOND, slide, type TestWorld } from './wall-of-tests.ts';

let world: TestWorld;

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => closeWall(world));

const shown = (): string => pageOf(world).page.slide.id;

describe('the pages of a wall', () => {
  it('turn by themselves, each in its time', async () => {
    world = await openWall();
    const seen = [shown()];
    for (let index = 0; index < 3; index += 1) {
      await world.pass(20 * SECOND);
      seen.push(shown());
    }
    expect(seen).toEqual(['a', 'b', 'c', 'a']);
    expect(pageOf(world).frame.position).toEqual({ index: 0, count: 3 });
  });

  it('pause and go on by a key; the service is soon told', async () => {
    world = await openWall();
    await world.pass(5 * SECOND);
    world.wall.press('rotation');
    await world.pass(3 * MINUTE);
    expect(shown()).toBe('a');
    expect(pageOf(world).frame.rotation).toBe('paused');
    expect(world.beats[1]).toMatchObject({ rotation: 'paused', slide: 'a' });
    world.wall.press('rotation');
    await world.pass(21 * SECOND);
    expect(shown()).toBe('b');
  });

  it('are turned by keys at once', async () => {
    world = await openWall();
    world.wall.press('next');
    expect(shown()).toBe('b');
    world.wall.press('previous');
    world.wall.press('previous');
    expect(shown()).toBe('c');
  });

  it('make room for the sizes, for two minutes or until the key is pressed again', async () => {
    world = await openWall();
    world.wall.press('calibration');
    expect(shown()).toBe('calibration');
    await world.pass(119 * SECOND);
    expect(shown()).toBe('calibration');
    expect(world.beats.at(-1)?.slide).toBeNull();
    await world.pass(2 * SECOND);
    expect(shown()).toBe('a');
    world.wall.press('calibration');
    world.wall.press('calibration');
    expect(shown()).toBe('a');
  });

  it('say their keys for some seconds', async () => {
    world = await openWall();
    world.wall.press('keys');
    expect(pageOf(world).frame.notices[0]).toMatch(/^Keys: space pauses/);
    await world.pass(11 * SECOND);
    expect(pageOf(world).frame.notices).toEqual([]);
  });

  const work = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' };
  const hours = (at: string): Promise<TestWorld> => {
    vi.setSystemTime(Date.parse(at));
    return openWall({}, ({ service }) => {
      const slides = [slide('a', { schedule: work }), slide('b', { schedule: { ...work, to: '09:00' } })];
      service.content = board({ slides });
    });
  };

  it('are those whose hours it is', async () => {
    world = await hours('2026-11-16T07:59:00Z');
    expect(pageOf(world).frame.position.count).toBe(2);
    await world.pass(MINUTE + SECOND);
    expect(pageOf(world).frame.position.count).toBe(1);
  });

  it('give way to words where there is none, which say which comes next', async () => {
    world = await hours('2026-11-16T16:59:00Z');
    expect(shown()).toBe('a');
    await world.pass(MINUTE + SECOND);
    expect(world.wall.view()).toMatchObject({
      kind: 'nothing',
      words: 'No slide is due now. Next at Tue 17 Nov 08:00.',
      frame: { hearing: 'live' },
    });
  });

  it('are not promised for an hour at which they will have nothing to say', async () => {
    world = await openWall({}, ({ service, machine }) => {
      const schedule = { days: [1, 2, 3, 4, 5], from: '07:00', to: '18:00' };
      service.content = board({ slides: [slide('a', { schedule })] });
      machine.silent = ['a'];
    });
    const words = 'None of this display’s slides has anything to show now.';
    expect(world.wall.view()).toMatchObject({ kind: 'nothing', words });
  });

  it('come back when their hours begin', async () => {
    world = await hours('2026-11-17T06:59:00Z');
    expect(world.wall.view()).toMatchObject({ kind: 'nothing', words: 'No slide is due now. Next at 08:00.' });
    await world.pass(MINUTE + SECOND);
    expect(pageOf(world).frame.position.count).toBe(2);
  });

  it('stay where they are when others come', async () => {
    world = await openWall();
    world.wall.press('next');
    world.service.content = board({ slides: [slide('new'), slide('a'), slide('b'), slide('c')] });
    world.service.tag = '"2"';
    world.wall.stirred();
    await world.pass(2 * SECOND);
    expect(shown()).toBe('b');
    expect(pageOf(world).frame.position).toEqual({ index: 2, count: 4 });
  });

  it('go on where they were after a reload, paused if they were paused', async () => {
    world = await openWall({ notes: { ...NO_NOTES, page: 'c/1', rotation: 'paused' } });
    expect(shown()).toBe('c');
    await world.pass(5 * MINUTE);
    expect(shown()).toBe('c');
    expect(world.notes()).toMatchObject({ page: 'c/1', rotation: 'paused' });
  });
});

describe('a page that cannot be drawn', () => {
  it('is left out and told, and tried again with other figures', async () => {
    world = await openWall();
    world.wall.broken('a/1', new Error('no width'));
    expect(shown()).toBe('b');
    await world.pass(61 * SECOND);
    expect(world.beats.at(-1)?.problems).toEqual(['Page a/1: Error: no width']);
    await world.pass(60 * SECOND);
    expect(world.beats.at(-1)?.problems).toEqual([]);
    world.service.content = board({}, { dataVersion: 2 });
    world.service.tag = '"2"';
    await world.pass(61 * SECOND);
    expect(pageOf(world).frame.position.count).toBe(3);
  });

  it('does not take the wall with it when it is the only one, or when none can be made', async () => {
    world = await openWall({}, ({ machine }) => {
      machine.broken = true;
    });
    expect(world.wall.view()).toMatchObject({ kind: 'nothing', frame: { hearing: 'live' } });
    world.machine.broken = false;
    world.service.content = board({ slides: [slide('a')] });
    world.service.tag = '"2"';
    await world.pass(61 * SECOND);
    world.wall.broken('a/1', new Error('no width'));
    expect(world.wall.view().kind).toBe('nothing');
  });

  it('tells a storm of failures in five lines', async () => {
    world = await openWall();
    for (let index = 0; index < 1000; index += 1) world.wall.failed('Error', new Error(`${index} ${'x'.repeat(1000)}`));
    await world.pass(61 * SECOND);
    const problems = world.beats.at(-1)?.problems ?? [];
    expect(problems).toHaveLength(5);
    expect(Math.max(...problems.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});

describe('what a wall is told from afar', () => {
  const told = async (id: number, what: NonNullable<TestWorld['service']['command']>['what']): Promise<void> => {
    world.service.command = { id, what };
    world.streams.event({ dataVersion: 1, build: 'build-1', revision: 1, command: id });
    await world.pass(2 * SECOND);
  };

  it('is done once, and confirmed soon', async () => {
    world = await openWall();
    await told(1, { kind: 'show', slide: 'c' });
    expect(shown()).toBe('c');
    expect(world.beats.at(-1)).toMatchObject({ slide: 'c', commandSeen: 1 });
    await told(2, { kind: 'previous' });
    expect(shown()).toBe('b');
    await told(2, { kind: 'previous' });
    expect(shown()).toBe('b');
    await told(3, { kind: 'pause' });
    expect(pageOf(world).frame.rotation).toBe('paused');
    await told(4, { kind: 'play' });
    await told(5, { kind: 'next' });
    expect(shown()).toBe('c');
    await told(6, { kind: 'calibrate' });
    expect(shown()).toBe('calibration');
  });

  it('may be a slide that came with it', async () => {
    world = await openWall();
    world.service.content = board({ slides: [slide('a'), slide('new')] });
    world.service.tag = '"2"';
    await told(1, { kind: 'show', slide: 'new' });
    expect(shown()).toBe('new');
  });

  it('is not done a second time after the reload that it asked for', async () => {
    world = await openWall();
    await told(7, { kind: 'reload' });
    await world.pass(MINUTE);
    expect(world.reloads).toHaveLength(1);
    expect(world.notes().command).toBe(7);
    const notes = world.notes();
    world.wall.stop();
    world = await openWall({ notes }, ({ service }) => {
      service.command = { id: 7, what: { kind: 'reload' } };
    });
    await world.pass(10 * MINUTE);
    expect(world.reloads).toEqual([]);
    expect(world.beats[0]?.commandSeen).toBe(7);
  });
});

describe('light and place', () => {
  it('follow the dim hours and the minute', async () => {
    world = await openWall({}, ({ service }) => {
      service.content = board({ dim: { from: '08:02', to: '08:04', level: 0.2 } });
    });
    const before = pageOf(world).shift;
    expect(pageOf(world).light).toBe(1);
    await world.pass(2 * MINUTE + SECOND);
    expect(pageOf(world).light).toBe(0.2);
    expect(pageOf(world).shift).not.toEqual(before);
    await world.pass(2 * MINUTE);
    expect(pageOf(world).light).toBe(1);
  });

  it('cost nothing in a second in which nothing changes', async () => {
    world = await openWall();
    let drawn = 0;
    world.wall.subscribe(() => (drawn += 1));
    await world.pass(10 * MINUTE);
    // The ring fills in 24 steps a minute, clock and place move once a minute, pages three times.
    expect(drawn).toBeLessThan(10 * 35);
  });
});
