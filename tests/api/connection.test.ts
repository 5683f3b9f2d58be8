import { describe, expect, it } from 'vitest';
import { afterPoll, UNHEARD, type PollResult } from '../../src/api/connection.ts';
import { jittered } from '../../src/api/queries.ts';

const INTERVAL = 20_000;

const heard = (at: number): PollResult => ({ kind: 'heard', at });
const missed = (at: number, says: string | null = null): PollResult => ({ kind: 'missed', at, says });

const CASES = [
  { name: 'nothing heard yet is no loss', polls: [missed(0)], is: { kind: 'waiting' } },
  { name: 'one missed poll is a hiccup', polls: [heard(0), missed(20_000)], is: { kind: 'connected', heardAt: 0 } },
  {
    name: 'two missed polls are said',
    polls: [heard(0), missed(20_000), missed(40_000)],
    is: { kind: 'disconnected', heardAt: 0, withdrawn: false, says: null },
  },
  {
    name: 'after three intervals the colours go: a stale green is a lie',
    polls: [heard(0), missed(20_000), missed(40_000), missed(60_000)],
    is: { kind: 'disconnected', heardAt: 0, withdrawn: true, says: null },
  },
  {
    name: 'a service that never answered shows no colours at all',
    polls: [missed(0), missed(20_000)],
    is: { kind: 'disconnected', heardAt: null, withdrawn: true, says: null },
  },
  {
    name: 'a screen whose clock was set back does not keep its colours for that hour',
    polls: [heard(3_600_000), missed(20_000), missed(40_000), missed(60_000), missed(80_000)],
    is: { kind: 'disconnected', heardAt: 3_600_000, withdrawn: true, says: null },
  },
  {
    name: 'a service that answers without figures is told in its own words',
    polls: [heard(0), missed(20_000), missed(40_000, 'The database does not answer.')],
    is: { kind: 'disconnected', heardAt: 0, withdrawn: false, says: 'The database does not answer.' },
  },
  {
    name: 'the next answer ends it',
    polls: [heard(0), missed(20_000), missed(40_000), heard(60_000)],
    is: { kind: 'connected', heardAt: 60_000 },
  },
  {
    name: 'misses are counted anew after an answer',
    polls: [heard(0), missed(20_000), heard(40_000), missed(60_000)],
    is: { kind: 'connected', heardAt: 40_000 },
  },
] as const;

describe('connection', () => {
  it.each(CASES)('$name', ({ polls, is }) => {
    const watch = polls.reduce((before, poll) => afterPoll(before, poll, INTERVAL), UNHEARD);
    expect(watch.connection).toEqual(is);
  });
});

describe('poll interval', () => {
  it.each([
    { chance: 0, is: 15_000 },
    { chance: 0.5, is: 20_000 },
    { chance: 0.999, is: 24_990 },
  ])('of 20 s at chance $chance is $is ms: screens must not ask all at once', ({ chance, is }) => {
    expect(jittered(20, chance)).toBeCloseTo(is, -1);
  });
});
