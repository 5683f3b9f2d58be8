import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../../src/domain/zone.ts';
import { localInstant } from '../../../server/importing/moment-source.ts';
import { orderEvidence, parseMoment, type DateOrder } from '../../../server/importing/parse-moment.ts';

const utc = zoneClock('UTC');

const iso = (text: string, order: DateOrder | null, timeZone = 'UTC'): string => {
  const moment = parseMoment(text, order);
  if (typeof moment === 'string') return moment;
  const clock = zoneClock(timeZone);
  const instant = localInstant(moment, {
    dateOrder: order,
    decimalMark: null,
    clock,
    fileClock: clock,
    currency: 'EUR',
    idPrefix: '',
    now: 0,
  });
  return new Date(instant.at).toISOString();
};

describe('dates of real exports', () => {
  it.each([
    ['2024-03-05', null, '2024-03-05T00:00:00.000Z'],
    ['2024-02-29', null, '2024-02-29T00:00:00.000Z'],
    ['2024/3/5', null, '2024-03-05T00:00:00.000Z'],
    ['2024-03-05 10:04', null, '2024-03-05T10:04:00.000Z'],
    ['2024-03-05T10:04:30Z', null, '2024-03-05T10:04:30.000Z'],
    ['2024-03-05T10:04:30.250Z', null, '2024-03-05T10:04:30.250Z'],
    ['2024-03-05 10:04:30 -0500', null, '2024-03-05T15:04:30.000Z'],
    ['2024-03-05T10:04:30+05:30', null, '2024-03-05T04:34:30.000Z'],
    ['2024-03-05 10:04:30 UTC', null, '2024-03-05T10:04:30.000Z'],
    ['30-Sept-14', null, '2014-09-30T00:00:00.000Z'],
    ['02-Jun-06', null, '2006-06-02T00:00:00.000Z'],
    ['5 March 2024', null, '2024-03-05T00:00:00.000Z'],
    ['Mar 5, 2024', null, '2024-03-05T00:00:00.000Z'],
    ['Mar 5, 2024 3:04 PM', null, '2024-03-05T15:04:00.000Z'],
    ['04/12/2018 12:45:48 PM', 'mdy', '2018-04-12T12:45:48.000Z'],
    ['04/12/2018 12:45:48 AM', 'mdy', '2018-04-12T00:45:48.000Z'],
    ['04/12/2018', 'dmy', '2018-12-04T00:00:00.000Z'],
    ['31.12.2023 23:59', 'dmy', '2023-12-31T23:59:00.000Z'],
    ['3/5/24', 'mdy', '2024-03-05T00:00:00.000Z'],
    ['3/5/68', 'mdy', '2068-03-05T00:00:00.000Z'],
    ['3/5/69', 'mdy', '1969-03-05T00:00:00.000Z'],
    ['5/5/2024', null, '2024-05-05T00:00:00.000Z'],
  ] as const)('reads %s (%s) as it was meant', (text, order, expected) => {
    expect(iso(text, order)).toBe(expected);
  });

  it.each([
    ['2023-02-29', null],
    ['2024-13-01', null],
    ['2024-03-05 25:00', null],
    ['31/04/2024', 'dmy'],
    ['04/31/2024', 'mdy'],
    ['13/13/2024', 'dmy'],
    ['13/13/2024', null],
    ['Date Not Captured', 'mdy'],
    ['N/A - From RDC', 'mdy'],
    ['Pre-PQ Process', null],
    ['30-Foo-14', null],
    ['20240305', null],
    ['10:30', null],
    ['13:04 PM', null],
    ['2024-03-05 13:04 PM', null],
    ['', null],
    ['2024-03-05 and so on', null],
  ] as const)('does not take %s for a date', (text, order) => {
    expect(parseMoment(text, order)).toBe('no-date');
  });

  it('asks for the order of day and month instead of guessing it', () => {
    expect(parseMoment('04/12/2018', null)).toBe('order-needed');
    expect(parseMoment('25/12/2018', null)).toBe('order-needed');
  });

  it('says that a year of two digits was read', () => {
    expect(parseMoment('02-Jun-06', null)).toMatchObject({ twoDigitYear: true });
    expect(parseMoment('02-Jun-2006', null)).toMatchObject({ twoDigitYear: false });
  });

  it.each([
    ['25/12/2020', 'dmy'],
    ['12/25/2020', 'mdy'],
    ['04/12/2018 11:11:26 AM', 'either'],
    ['05/05/2018', null],
    ['2018-12-25', null],
    ['30-Sept-14', null],
    ['words', null],
  ] as const)('takes %s as evidence for %s', (text, evidence) => {
    expect(orderEvidence(text)).toBe(evidence);
  });
});

describe('local time', () => {
  it.each([
    ['Europe/Madrid', '2024-07-01 00:30', '2024-06-30T22:30:00.000Z'],
    ['Europe/Madrid', '2024-03-31 02:30', '2024-03-31T01:30:00.000Z'],
    ['Europe/Madrid', '2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
    ['America/New_York', '2024-11-03 01:30', '2024-11-03T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2024-10-06 12:00', '2024-10-06T01:00:00.000Z'],
    ['Asia/Kathmandu', '2024-01-01', '2023-12-31T18:15:00.000Z'],
  ])('in %s %s is the right instant, also where the clock changes', (timeZone, text, expected) => {
    expect(iso(text, null, timeZone)).toBe(expected);
  });

  it('keeps a date without a time on its date, whatever the zone of the file', () => {
    const moment = parseMoment('2024-07-01', null);
    if (typeof moment === 'string') throw new Error(moment);
    const clock = zoneClock('Pacific/Auckland');
    const conventions = { dateOrder: null, decimalMark: null, currency: 'EUR', idPrefix: '', now: 0 };
    expect(localInstant(moment, { ...conventions, clock, fileClock: utc }).day).toBe(moment.day);
  });
});
