import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { day, indicator, week } from './build.ts';

const en = formats('en-GB');
const de = formats('de-DE');
/** A no-break space, written so that it can be seen. */
const nb = (text: string) => text.replaceAll('_', '\u00a0');

describe('figures', () => {
  test.each([
    { id: 'on-time', value: 96.1, text: '96.1_%' },
    { id: 'on-time', value: 100, text: '100.0_%' },
    { id: 'service-grade', value: 7.4, text: '7.4/10' },
    { id: 'attention-gap', value: 0.9, text: '+0.9' },
    { id: 'attention-gap', value: -0.94, text: '−0.9' },
    { id: 'attention-gap', value: -0.04, text: '±0.0' },
    { id: 'claims-per-1000', value: 18.24, text: '18.2' },
    { id: 'chases', value: 0.416, text: '0.42' },
    { id: 'active-customers', value: 12480, text: '12,480' },
    { id: 'orders-due', value: 1000, text: '1,000' },
  ])('$id $value reads $text', ({ id, value, text }) => {
    expect(en.figure(indicator(id), value)).toBe(nb(text));
  });

  test.each([
    { id: 'on-time', value: -2.4, text: '−2.4_pp' },
    { id: 'on-time', value: 0.04, text: '±0.0_pp' },
    { id: 'on-time', value: -0.04, text: '±0.0_pp' },
    { id: 'claims-per-1000', value: 2.2, text: '+2.2' },
    { id: 'orders-due', value: 1350, text: '+1,350' },
  ])('a difference of $value in $id reads $text', ({ id, value, text }) => {
    expect(en.difference(indicator(id), value)).toBe(nb(text));
  });

  test.each([
    { id: 'on-time', value: 95, text: 'at least 95_%' },
    { id: 'price-as-promised', value: 98.5, text: 'at least 98.5_%' },
    { id: 'repeated-claims', value: 10, text: 'at most 10_%' },
    { id: 'claims-per-1000', value: 16, text: 'at most 16.0' },
    { id: 'attention-gap', value: 0.5, text: 'at most +0.5' },
    { id: 'service-grade', value: 7.5, text: 'at least 7.5' },
  ])('a target of $value for $id reads $text', ({ id, value, text }) => {
    expect(en.target(indicator(id), value)).toBe(nb(text));
  });

  test('changes: counts in percent, rates in points, nothing where none is given', () => {
    const given = { kind: 'given', against: 0, was: 1, absolute: 3 } as const;
    expect(en.change(indicator('active-customers'), { ...given, unit: 'percent', difference: 0.3 })).toBe(nb('+0.3_%'));
    expect(en.change(indicator('on-time'), { ...given, unit: 'pp', difference: -0.4 })).toBe(nb('−0.4_pp'));
    expect(en.change(indicator('on-time'), { kind: 'not-given', against: 0, reason: 'gap' })).toBe('');
  });

  test('numbers follow the locale, the unit does not', () => {
    expect(de.figure(indicator('on-time'), 1234.56)).toBe(nb('1.234,6_%'));
    expect(formats('es-ES').count(3214)).toBe('3.214');
  });

  test('money in minor units', () => {
    expect(en.money(123456, 'EUR')).toBe('€1,234.56');
    expect(en.money(-5, 'GBP')).toBe('−£0.05');
    expect(en.money(1234, 'JPY')).toBe('JP¥1,234');
  });

  test('nothing ever reads −0 or carries a plain hyphen, in any locale and unit', () => {
    const ids = ['on-time', 'attention-gap', 'claims-per-1000', 'chases', 'orders-due'] as const;
    const tiny = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        tiny,
        fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'sv-SE'),
        (id, value, locale) => {
          const made = formats(locale);
          const shown = indicator(id);
          for (const text of [made.figure(shown, value), made.difference(shown, value), made.target(shown, value)]) {
            expect(text).not.toMatch(/−0(?:[.,]0+)?(?![.,\d])/u);
            expect(text).not.toMatch(/-/u);
          }
        },
      ),
    );
  });
});

describe('dates', () => {
  test.each([
    { name: 'day', text: en.day(day('2026-11-15')), wanted: 'Sun 15 Nov' },
    { name: 'day and year', text: en.dayAndYear(day('2026-11-15')), wanted: 'Sun 15 Nov 2026' },
    { name: 'short day', text: en.shortDay(day('2026-10-07')), wanted: '7 Oct' },
    { name: 'week', text: en.week(week('2026-W46')), wanted: 'Week 46 · 9–15 Nov 2026' },
    { name: 'week across a year end', text: en.week(week('2026-W53')), wanted: 'Week 53 · 28 Dec 2026 – 3 Jan 2027' },
    { name: 'weeks', text: en.weekSpan(week('2026-W38'), week('2026-W45')), wanted: 'weeks 38–45' },
    { name: 'one week', text: en.weekSpan(week('2026-W45'), week('2026-W45')), wanted: 'week 45' },
    { name: 'month', text: en.monthAndYear(2026, 11), wanted: 'Nov 2026' },
    { name: 'time', text: en.time(Date.UTC(2026, 10, 16, 7, 41), 'Europe/Madrid'), wanted: '08:41' },
    { name: 'instant', text: en.instant(Date.UTC(2026, 10, 15, 23, 30), 'Europe/Madrid'), wanted: 'Mon 16 Nov, 00:30' },
  ])('$name reads $wanted', ({ text, wanted }) => {
    expect(text).toBe(wanted);
  });

  test('a date of another year says its year', () => {
    const today = day('2026-11-22');
    expect(formats('en-GB').dayAsOf(day('2026-11-15'), today)).toBe('Sun 15 Nov');
    expect(formats('en-GB').dayAsOf(day('2015-09-13'), today)).toBe('Sun 13 Sep 2015');
  });

  test('September is written alike on axis, in sentences and at annotations', () => {
    const september = day('2026-09-07');
    expect(formats('en-GB').shortDay(september)).toBe('7 Sep');
    expect(formats('en-GB').day(september)).toBe('Mon 7 Sep');
    expect(formats('en-GB').month(9)).toBe('Sep');
  });

  test('the week comes from ISO, also where the locale counts weeks from Sunday', () => {
    expect(formats('en-US').week(week('2026-W46'))).toMatch(/^Week 46 · Nov 9–15, 2026$/u);
  });

  test('a malformed locale is refused', () => {
    expect(() => formats('not a locale').count(1)).toThrow(RangeError);
  });
});
