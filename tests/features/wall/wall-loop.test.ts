import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  board,
  closeWall,
  HOUR,
  MINUTE,
  NOW,
  openWall,
  pageOf,
  refusal,
  SECOND,
  type TestWorld,
} from './wall-of-tests.ts';

let world: TestWorld;

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => closeWall(world));

const frame = () => pageOf(world).frame;

describe('a wall that is heard', () => {
  it('beats, fetches its board and shows it with its three clocks', async () => {
    world = await openWall();
    expect(world.asked).toEqual(['beat', 'board']);
    expect(frame()).toMatchObject({
      clock: '08:00',
      dataTo: 'Data to Sun 15 Nov',
      heardAt: 'Heard at 08:00',
      hearing: 'live',
      colours: 'shown',
      notices: [],
    });
  });

  it('asks at the pace that the service names, with the tag of what it has', async () => {
    world = await openWall();
    await world.pass(59 * SECOND);
    expect(world.tags).toEqual([null]);
    await world.pass(2 * SECOND);
    expect(world.tags).toEqual([null, '"1"']);
    expect(frame().heardAt).toBe('Heard at 08:01');
  });

  it('has one request in flight, and ends one that hangs', async () => {
    world = await openWall();
    world.service.beat = 'hangs';
    await world.pass(61 * SECOND);
    for (let index = 0; index < 50; index += 1) world.wall.stirred();
    await world.pass(8 * SECOND);
    expect(world.beats).toHaveLength(2);
    world.service.beat = 'answers';
    await world.pass(3 * SECOND);
    expect(world.beats).toHaveLength(3);
    expect(frame().hearing).toBe('live');
  });

  it('keeps asking once a second at most, whatever storm of events comes', async () => {
    world = await openWall();
    for (let index = 0; index < 200; index += 1) {
      world.streams.event({ dataVersion: index + 2, build: 'build-1', revision: 1, command: 0 });
      await world.pass(50);
    }
    expect(world.beats.length).toBeGreaterThan(5);
    expect(world.beats.length).toBeLessThanOrEqual(12);
  });

  it('asks at once when an event tells something new, and not when it tells what is known', async () => {
    world = await openWall();
    await world.pass(5 * SECOND);
    world.streams.event({ dataVersion: 1, build: 'build-1', revision: 1, command: 0 });
    await world.pass(2 * SECOND);
    expect(world.beats).toHaveLength(1);
    world.service.content = board({}, { dataVersion: 2, dataTo: '2026-11-22' });
    world.service.tag = '"2"';
    world.streams.event({ dataVersion: 2, build: 'build-1', revision: 1, command: 0 });
    await world.pass(2 * SECOND);
    expect(frame().dataTo).toBe('Data to Sun 22 Nov');
  });

  it('writes in the zone of the display', async () => {
    world = await openWall({}, ({ service }) => {
      service.content = board({ timeZone: 'America/New_York' });
    });
    expect(frame().clock).toBe('02:00');
  });
});

describe('a wall that is not heard', () => {
  it('is late after one miss, lost after two and says since when and of when, then gives up its colours', async () => {
    world = await openWall();
    world.service.beat = 'silent';
    await world.pass(61 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'late', colours: 'shown', notices: [] });
    await world.pass(60 * SECOND);
    expect(frame()).toMatchObject({
      hearing: 'lost',
      colours: 'shown',
      notices: ['No connection since 08:01, showing 08:00'],
    });
    await world.pass(60 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'lost', colours: 'withdrawn', clock: '08:03' });
    world.service.beat = 'answers';
    await world.pass(60 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', colours: 'shown', notices: [], heardAt: 'Heard at 08:04' });
  });

  it('tells the day too once it is another', async () => {
    vi.setSystemTime(Date.parse('2026-11-16T22:55:00Z'));
    world = await openWall();
    world.service.beat = 'silent';
    await world.pass(10 * MINUTE);
    expect(frame().notices[0]).toBe('No connection since Mon 16 Nov 23:56, showing Mon 16 Nov 23:55');
    expect(frame().heardAt).toBe('Heard at Mon 16 Nov 23:55');
  });

  it('is not live while its beat is answered and its figures are not', async () => {
    world = await openWall();
    world.service.board = 'silent';
    await world.pass(3 * MINUTE);
    expect(frame()).toMatchObject({ hearing: 'lost', heardAt: 'Heard at 08:00' });
  });

  it('goes on turning its pages', async () => {
    world = await openWall();
    world.service.beat = 'silent';
    const before = pageOf(world).page.key;
    await world.pass(25 * SECOND);
    expect(pageOf(world).page.key).not.toBe(before);
  });

  it('is heard again soon after its stream is, not only with the next poll', async () => {
    world = await openWall();
    world.service.beat = 'silent';
    await world.pass(3 * MINUTE);
    expect(frame().hearing).toBe('lost');
    world.service.beat = 'answers';
    world.streams.opened();
    await world.pass(2 * SECOND);
    expect(frame().hearing).toBe('live');
  });
});

describe('the clocks of a wall', () => {
  it('are the service’s, and it says that its own is off, from thirty seconds on', async () => {
    world = await openWall({}, ({ service }) => {
      service.ahead = 4 * MINUTE;
    });
    expect(frame()).toMatchObject({ clock: '08:04', notices: ['This screen’s clock is 4 min slow'] });
    world.service.ahead = -29 * SECOND;
    await world.pass(61 * SECOND);
    expect(frame().notices).toEqual([]);
    world.service.ahead = -31 * SECOND;
    await world.pass(61 * SECOND);
    expect(frame().notices).toEqual(['This screen’s clock is 31 s fast']);
    expect(world.beats.map(({ skewSeconds }) => skewSeconds)).toEqual([null, -240, 29]);
  });

  it('go on where the screen’s clock is set back, and nothing is late or lost by it', async () => {
    world = await openWall();
    await world.pass(20 * SECOND);
    vi.setSystemTime(NOW - 5 * HOUR);
    await world.pass(20 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', clock: '08:00' });
    await world.pass(30 * SECOND);
    world.service.ahead = 5 * HOUR;
    await world.pass(1 * MINUTE);
    expect(frame().hearing).toBe('live');
    expect(frame().notices).toEqual(['This screen’s clock is 5 h slow']);
  });

  it('are not moved where its own clock, which was slow, is set right while the service is away', async () => {
    world = await openWall({}, ({ service }) => {
      service.ahead = 4 * MINUTE;
    });
    world.service.beat = 'hangs';
    await world.pass(10 * SECOND);
    vi.setSystemTime(Date.now() + 4 * MINUTE);
    world.service.ahead = 0;
    await world.pass(SECOND);
    expect(frame()).toMatchObject({ clock: '08:04', colours: 'shown' });
    expect(frame().notices.join(' ')).not.toContain('clock');
    world.service.beat = 'answers';
    await world.pass(20 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', clock: '08:04', notices: [] });
  });

  it('are not believed after a sleep, until it has heard again', async () => {
    world = await openWall();
    world.service.beat = 'hangs';
    await world.pass(10 * SECOND);
    // Eight hours in which the steady clock stands still and no timer runs.
    vi.setSystemTime(Date.now() + 8 * HOUR);
    await world.pass(SECOND);
    expect(frame()).toMatchObject({ hearing: 'lost', colours: 'withdrawn' });
    world.service.beat = 'answers';
    await world.pass(20 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', clock: '16:00' });
  });
});

describe('an answer that was under way over a sleep', () => {
  it('is not taken for the service’s time of now', async () => {
    world = await openWall();
    world.service.beat = 'held';
    await world.pass(MINUTE + 100);
    vi.setSystemTime(Date.now() + 10 * MINUTE);
    world.service.beat = 'answers';
    world.release();
    await world.pass(0);
    expect(frame().hearing).not.toBe('live');
    await world.pass(2 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', clock: '08:11', notices: [] });
  });
});

describe('figures that are late', () => {
  it('are so by the days of the organisation, wherever the screen hangs', async () => {
    vi.setSystemTime(Date.parse('2026-11-17T11:30:00Z'));
    world = await openWall({}, ({ service }) => {
      service.content = board({ timeZone: 'America/New_York' }, { cadenceSeconds: 86_400 });
    });
    expect(frame().notices).toEqual(['Data 12 h late']);
  });

  it('are told in words', async () => {
    world = await openWall({}, ({ service }) => {
      service.content = board({}, { cadenceSeconds: 86_400, dataTo: '2026-11-12' });
    });
    expect(frame().notices).toEqual(['Data 2 days late']);
  });

  it('become late by time alone', async () => {
    // A day and a half after the end of Sunday in Madrid.
    vi.setSystemTime(Date.parse('2026-11-17T10:58:00Z'));
    world = await openWall({}, ({ service }) => {
      service.content = board({}, { cadenceSeconds: 86_400 });
    });
    expect(frame().notices).toEqual([]);
    await world.pass(3 * MINUTE);
    expect(frame().notices).toEqual(['Data 12 h late']);
  });
});

describe('a wall that boots without its service', () => {
  const kept = { shape: 1, board: board(), tag: '"1"', heardAt: '2026-11-16T06:41:00.000Z' } as const;

  it('shows the last good figures without colours, dated, and says that there is no connection', async () => {
    world = await openWall({ kept }, ({ service }) => {
      service.beat = 'silent';
    });
    await world.pass(20 * SECOND);
    expect(frame()).toMatchObject({
      hearing: 'lost',
      colours: 'withdrawn',
      heardAt: 'Heard at 07:41',
      notices: ['Showing figures of Mon 16 Nov 07:41, no connection'],
    });
    world.service.beat = 'answers';
    await world.pass(10 * SECOND);
    expect(frame()).toMatchObject({ hearing: 'live', colours: 'shown', notices: [] });
    expect(world.tags).toEqual(['"1"']);
  });

  it('shows nothing for a moment rather than kept figures for the blink of an eye', async () => {
    world = await openWall({ kept }, ({ service }) => {
      service.beat = 'hangs';
    });
    await world.pass(SECOND);
    expect(world.wall.view().kind).toBe('opening');
    await world.pass(SECOND);
    expect(frame()).toMatchObject({ hearing: 'starting', colours: 'withdrawn' });
  });

  it('says so where it has none', async () => {
    world = await openWall({}, ({ service }) => {
      service.beat = 'silent';
    });
    await world.pass(20 * SECOND);
    expect(world.wall.view()).toMatchObject({
      kind: 'nothing',
      frame: { notices: ['No connection to the service, trying again'], heardAt: 'Not heard yet' },
    });
  });
});

describe('the pairing of a screen', () => {
  const waiting = (code: string) =>
    ({
      state: 'waiting',
      code,
      expiresAt: new Date(NOW + 15 * MINUTE).toISOString(),
      address: 'kept.example/displays',
      nextPollSeconds: 5,
      now: new Date(Date.now()).toISOString(),
      build: 'build-1',
      locale: 'en-GB',
    }) as const;

  it('shows its code until somebody approves it, then its figures', async () => {
    world = await openWall({}, ({ service }) => {
      service.beat = 'unpaired';
      service.pairing = waiting('7K3XQP');
    });
    await world.pass(2 * SECOND);
    expect(world.wall.view()).toMatchObject({
      kind: 'pairing',
      code: '7K3XQP',
      expires: 'Valid for 15 min',
      address: 'kept.example/displays',
    });
    world.service.beat = 'answers';
    world.service.pairing = { state: 'paired', name: 'Dispatch' };
    await world.pass(10 * SECOND);
    expect(frame().hearing).toBe('live');
    expect(world.kept()?.board.display.id).toBe('d1');
  });

  it('takes away a code that has run out', async () => {
    world = await openWall({}, ({ service }) => {
      service.beat = 'unpaired';
      service.pairing = waiting('7K3XQP');
    });
    await world.pass(2 * SECOND);
    world.service.pairing = refusal('too-many-tries', 60);
    await world.pass(16 * MINUTE);
    expect(world.wall.view().kind).toBe('nothing');
  });

  it('waits as long as it is told', async () => {
    world = await openWall({}, ({ service }) => {
      service.beat = 'unpaired';
      service.pairing = refusal('too-many-tries', 300);
    });
    await world.pass(4 * MINUTE);
    expect(world.asked.filter((each) => each === 'pair')).toHaveLength(1);
  });

  it('begins anew when the display is revoked: its figures are gone from screen and store', async () => {
    world = await openWall();
    expect(world.kept()).not.toBeNull();
    world.wall.press('rotation');
    world.service.beat = 'unpaired';
    world.service.pairing = waiting('ABCDEF');
    await world.pass(3 * SECOND);
    expect(world.wall.view()).toMatchObject({ kind: 'pairing', code: 'ABCDEF' });
    expect(world.kept()).toBeNull();
    expect(world.streams.open).toBe(false);
    expect(world.notes()).toMatchObject({ page: null, rotation: 'turning', command: 0 });
  });
});
