import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_NOTES, notesKeeper, notesOf, readNotes, writeNotes } from '../../../src/features/wall/wall-notes.ts';
import { renewAfterFailure } from '../../../src/features/wall/wall-renewal.ts';
import { HOUR, MINUTE, NOW, openWall, SECOND, type TestWorld } from './wall-of-tests.ts';

let world: TestWorld;

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const build = (id: string, served: 'this' | 'other'): void => {
  world.service.build = id;
  world.machine.served = served;
};

describe('a new build', () => {
  afterEach(() => world.wall.stop());

  it('is taken between two pages, once', async () => {
    world = await openWall();
    await world.pass(MINUTE);
    build('build-2', 'other');
    await world.pass(2 * HOUR);
    expect(world.reloads).toHaveLength(1);
    // Pages of twenty seconds turn at whole twenties.
    expect(((world.reloads[0] ?? 0) - NOW) % (20 * SECOND)).toBe(0);
    expect(world.notes().reloads).toMatchObject([{ why: 'build', build: 'build-2' }]);
    expect(world.beats.at(-1)?.problems).toEqual(['Build build-2: taken already, or too many in an hour']);
  });

  it('is not reloaded for where the page in it is this very one, and is told all the same', async () => {
    world = await openWall();
    build('build-2', 'this');
    await world.pass(3 * MINUTE);
    expect(world.reloads).toEqual([]);
    expect(world.beats.at(-1)?.build).toBe('build-2');
  });

  it('is noticed by a page that came from the shell’s cache, at its first beat', async () => {
    world = await openWall({ script: '/assets/index-0.js' }, ({ machine }) => {
      machine.served = 'other';
    });
    expect(world.beats[0]?.build).toBe('');
    await world.pass(21 * SECOND);
    expect(world.reloads).toHaveLength(1);
  });

  it('is known to a page that was loaded anew, before its first beat', async () => {
    world = await openWall({ notes: { ...NO_NOTES, build: { script: '/assets/index-1.js', id: 'build-1' } } });
    expect(world.beats[0]?.build).toBe('build-1');
  });

  it('is taken by a paused wall too', async () => {
    world = await openWall();
    world.wall.press('rotation');
    build('build-2', 'other');
    await world.pass(3 * MINUTE);
    expect(world.reloads).toHaveLength(1);
  });

  it('waits while the service is lost, and while it hands out no page', async () => {
    world = await openWall();
    build('build-2', 'other');
    await world.pass(61 * SECOND);
    world.machine.served = 'unknown';
    world.service.beat = 'silent';
    const before = world.reloads.length;
    await world.pass(HOUR);
    expect(world.reloads.length - before).toBe(0);
  });

  it('helps a page that cannot read what the service says any more', async () => {
    world = await openWall();
    world.service.beat = 'unreadable';
    world.machine.served = 'other';
    await world.pass(3 * MINUTE);
    expect(world.reloads).toHaveLength(1);
  });

  it('cannot make a wall reload more than three times an hour, whatever a service says', async () => {
    world = await openWall();
    world.machine.served = 'other';
    for (let index = 0; index < 120; index += 1) {
      world.service.build = `build-${index + 2}`;
      await world.pass(30 * SECOND);
    }
    expect(world.reloads.length).toBeLessThanOrEqual(3);
    expect(world.reloads.length).toBeGreaterThan(0);
  });

  it('is left where the browser would forget that it was taken', async () => {
    world = await openWall();
    world.machine.storage = 'closed';
    build('build-2', 'other');
    await world.pass(HOUR);
    expect(world.reloads).toEqual([]);
  });
});

describe('the quiet hour', () => {
  afterEach(() => world.wall.stop());

  it('loads the page anew once, only while the service answers', async () => {
    // Ten to three in Madrid; the quiet hour is at four, and twenty minutes at most after it.
    vi.setSystemTime(Date.parse('2026-11-16T01:50:00Z'));
    world = await openWall();
    await world.pass(65 * MINUTE);
    world.service.beat = 'silent';
    await world.pass(35 * MINUTE);
    expect(world.reloads).toEqual([]);
    world.service.beat = 'answers';
    await world.pass(5 * MINUTE);
    expect(world.reloads).toHaveLength(1);
    expect(world.notes().reloads.map(({ why }) => why)).toEqual(['night']);
  });

  it('helps a page that is answered and cannot read its figures any more', async () => {
    vi.setSystemTime(Date.parse('2026-11-16T01:50:00Z'));
    world = await openWall();
    world.service.board = 'silent';
    await world.pass(95 * MINUTE);
    expect(new Set(world.notes().reloads.map(({ why }) => why))).toEqual(new Set(['night']));
  });

  it('is not asked for every second where no slide is due and nothing can be remembered, or no page comes', async () => {
    for (const machine of [{ storage: 'closed' }, { served: 'unknown' }] as const) {
      vi.setSystemTime(Date.parse('2026-11-16T01:50:00Z'));
      world = await openWall({}, (made) => {
        Object.assign(made.machine, { silent: ['a', 'b', 'c'], ...machine });
      });
      // Half an hour at least after its quiet moment.
      await world.pass(2 * HOUR);
      expect(world.reloads).toEqual([]);
      expect(world.compared()).toBeGreaterThan(20);
      expect(world.compared()).toBeLessThan(60);
      world.wall.stop();
    }
  });
});

describe('a page that failed as a whole', () => {
  const failing = (
    served: () => 'this' | 'unknown',
    notes: Parameters<typeof notesKeeper>[0] = { read: () => NO_NOTES, write: () => true },
  ) => {
    const reload = vi.fn();
    const stop = renewAfterFailure(
      {
        files: { script: '', served: () => Promise.resolve({ kind: served() }), reload },
        reading: () => ({ wall: Date.now(), steady: 0 }),
      },
      notesKeeper(notes),
    );
    return { reload, stop };
  };

  it('is loaded anew after some seconds, later and later', async () => {
    let notes = NO_NOTES;
    const keeper = { read: () => notes, write: (next: typeof notes) => ((notes = next), true) };
    const waits: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const before = Date.now();
      const { reload } = failing(() => 'this', keeper);
      while (reload.mock.calls.length === 0) await vi.advanceTimersByTimeAsync(SECOND);
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([5 * SECOND, 30 * SECOND, 2 * MINUTE]);
  });

  it('waits for a service that hands out a page', async () => {
    let served: 'this' | 'unknown' = 'unknown';
    const { reload } = failing(() => served);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(reload).not.toHaveBeenCalled();
    served = 'this';
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits longest where it cannot remember', async () => {
    const { reload, stop } = failing(() => 'this', { read: () => NO_NOTES, write: () => false });
    await vi.advanceTimersByTimeAsync(29 * MINUTE);
    expect(reload).not.toHaveBeenCalled();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what is remembered over a reload', () => {
  it('survives any text in its place', () => {
    for (const text of [
      null,
      '',
      '{',
      '[]',
      '7',
      '{"reloads":7,"build":{"script":1},"page":3,"rotation":"x","command":-1}',
    ])
      expect(notesOf(text)).toEqual(NO_NOTES);
    const notes = { ...NO_NOTES, page: 'a', reloads: [{ at: 1, why: 'night', build: null }] as const };
    expect(notesOf(JSON.stringify(notes))).toEqual(notes);
    expect(notesOf('{"reloads":[{"at":"x"},null,{"at":1,"why":"build","build":"b"}]}').reloads).toHaveLength(1);
  });

  it('is nothing where storage is closed, and that is told', () => {
    const closed = () => {
      throw new Error('closed');
    };
    expect(readNotes(closed)).toEqual(NO_NOTES);
    expect(writeNotes(NO_NOTES, closed)).toBe(false);
    const forgetful = () => ({ getItem: () => null, setItem: () => undefined });
    expect(writeNotes(NO_NOTES, forgetful)).toBe(false);
  });
});
