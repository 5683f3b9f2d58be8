import { describe, expect, it } from 'vitest';
import { designFleet } from '../../../mocks/fixtures/displays.ts';
import type { Display } from '../../../src/contract/displays.ts';
import { formats } from '../../../src/domain/format.ts';
import { agoWords, clockWords, pictureWords, stateOf } from '../../../src/features/displays/display-words.ts';
import { newSlide } from '../../../src/features/displays/display-fields.ts';
import { fleetRow, type FleetRow } from '../../../src/features/displays/fleet-row.ts';
import { slideText } from '../../../src/features/displays/slide-words.ts';
import { stateChanges } from '../../../src/features/displays/use-state-changes.ts';

const NOW = Date.parse('2026-11-30T07:41:00.000Z');

const rowOf = (id: string, state: Display['state'], change: Partial<Display> = {}): FleetRow => {
  const seed = designFleet.find(({ display }) => display.id === id);
  if (seed === undefined) throw new Error(`no display ${id}`);
  return fleetRow(
    { ...seed.display, state, ...change },
    {
      ...{ build: 'mocks', now: NOW, locale: 'en-GB', timeZone: 'Europe/Madrid', formats: formats('en-GB') },
      teamName: (team) => `Team ${team}`,
      indicatorName: (indicator) => indicator,
    },
  );
};

describe('the state of a display', () => {
  it('is told by its colour alone, or two states have one shape', () => {
    const states = (['waiting', 'online', 'silent'] as const).map((state) => stateOf({ state, beat: null }));
    expect(new Set(states.map(({ shape }) => shape)).size).toBe(3);
    expect(states.map(({ word }) => word)).toEqual(['Waiting', 'Online', 'Silent']);
  });

  it('hides that an online display had lost the service', () => {
    expect(rowOf('office-south', 'online').state).toMatchObject({ word: 'Online', more: 'hears the service late' });
  });
});

describe('times of a display in words', () => {
  it.each([
    [-30, 'now'],
    [3, 'now'],
    [42, '42 seconds ago'],
    [120, '2 minutes ago'],
    [5400, '2 hours ago'],
    [15.4 * 3600, '15 hours ago'],
    [40 * 3600, '2 days ago'],
  ])('%d seconds are not what one says', (seconds, words) => {
    expect(agoWords(seconds, 'en-GB')).toBe(words);
  });

  it.each([
    [null, null],
    [0.4, 'right'],
    [-29, 'right'],
    [45, '45 s fast'],
    [-243, '4 min slow'],
    [7200, '2 h fast'],
    [-400_000, '5 days slow'],
  ])('a clock off by %s s is not what one says', (skew, words) => {
    expect(clockWords(skew)?.words ?? null).toBe(words);
  });

  it('calls a fast clock slow', () => {
    expect(clockWords(-300)?.words).toBe('5 min slow');
    expect(clockWords(300)?.words).toBe('5 min fast');
  });
});

describe('a row of the fleet', () => {
  it('leaves out who has to see to it', () => {
    const { clock, build, problems, shows, rotation } = rowOf('office-south', 'online');
    expect([clock, build]).toEqual([
      { words: 'right', look: 'plain' },
      { words: 'older: mocks-0', look: 'out-of-order' },
    ]);
    expect([problems, shows, rotation]).toEqual([
      ['The new build could not be loaded; tried 3 times.'],
      'Trend: retention-12-week',
      'turning',
    ]);
    expect(rowOf('meeting-room', 'online').clock).toEqual({ words: '4 min slow', look: 'out-of-order' });
  });

  it('says zero of what was never heard', () => {
    expect(rowOf('canteen', 'waiting')).toMatchObject({
      ...{ heard: null, build: null, clock: null, picture: null, rotation: null, shows: 'nothing yet', problems: [] },
    });
  });

  it('says another time than that of the organisation, or one without its day', () => {
    expect(rowOf('loading-bay', 'silent').heard).toEqual({ ago: '15 hours ago', at: 'Sun 29 Nov, 17:12' });
    expect(rowOf('loading-bay', 'silent')).toMatchObject({
      teams: 'Team depot-north',
      size: '75\u00a0inch, from 8\u00a0m',
    });
  });

  it('names a slide that was taken out of the list, or calls none a slide', () => {
    const hall = designFleet[0]?.display;
    const beat = hall?.beat ?? null;
    if (beat === null) throw new Error('no beat');
    expect(rowOf('hall', 'online', { beat: { ...beat, slide: 'gone' } }).shows).toMatch(/no longer in its list/);
    expect(rowOf('hall', 'online', { beat: { ...beat, slide: null } }).shows).toBe('no slide');
  });

  it('gives another size of the picture than the screen has', () => {
    expect(pictureWords({ width: 1920, height: 1080, ratio: 2 })).toBe('1920 × 1080, × 2');
  });
});

describe('what is heard while the page is open', () => {
  const displays = (hall: Display['state'], bay: Display['state']): readonly Display[] =>
    designFleet
      .filter(({ display }) => ['hall', 'loading-bay'].includes(display.id))
      .map(({ display }) => ({ ...display, state: display.id === 'hall' ? hall : bay }));
  const states = new Map([
    ['hall', 'online'],
    ['loading-bay', 'silent'],
  ] as const);

  it('is a table that was read anew, or not that a display has fallen silent', () => {
    expect(stateChanges(states, displays('online', 'silent'))).toBe('');
    expect(stateChanges(states, displays('silent', 'silent'))).toBe('Entrance hall is silent.');
    expect(stateChanges(states, displays('silent', 'online'))).toBe('Entrance hall is silent. Loading bay is online.');
    expect(stateChanges(new Map(), displays('online', 'silent'))).toBe('');
  });
});

describe('a slide in words, for whoever chooses between two', () => {
  const message = { ...newSlide('message', 's1'), seconds: '30', title: 'Open day', text: 'Bring a friend.' };
  const open = { ...message, until: '2026-12-04' };
  const said = (slide: typeof open): string => slideText(slide, (id) => id, 'en-GB');

  it('says what it shows, for how long and when', () => {
    expect(said(open)).toBe('Message: Open day “Bring a friend.” until 2026-12-04, 30 s');
    expect(said({ ...open, when: 'at-times', days: [1, 2], from: '07:00', to: '18:00' })).toBe(
      'Message: Open day “Bring a friend.” until 2026-12-04, 30 s, Mon Tue 07:00 to 18:00',
    );
  });

  it('is said alike though it differs', () => {
    const others = [
      { ...open, text: 'Bring two.' },
      { ...open, until: '2026-12-05' },
      { ...open, seconds: '31' },
      { ...open, when: 'at-times' as const },
    ];
    expect(new Set([open, ...others].map(said)).size).toBe(5);
  });
});
