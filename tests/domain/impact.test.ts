import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { impactOf, type Effect, type Impact, type ImpactInput } from '../../src/domain/impact.ts';
import { impactSentence } from '../../src/domain/impact-sentence.ts';
import { leastSquares } from '../../src/domain/least-squares.ts';
import { studentQuantile } from '../../src/domain/newey-west.ts';
import { indicator, week } from './build.ts';

/**
 * R's data set `UKDriverDeaths`: drivers killed or seriously injured in Great Britain, by month from January 1969, with
 * the seat-belt law of 31 January 1983 (Harvey and Durbin 1986, J R Stat Soc A 149:187).
 */
const DRIVERS =
  `1687 1508 1507 1385 1632 1511 1559 1630 1579 1653 2152 2148 1752 1765 1717 1558 1575 1520 1805 1800 1719
2008 2242 2478 2030 1655 1693 1623 1805 1746 1795 1926 1619 1992 2233 2192 2080 1768 1835 1569 1976 1853 1965 1689 1778
1976 2397 2654 2097 1963 1677 1941 2003 1813 2012 1912 2084 2080 2118 2150 1608 1503 1548 1382 1731 1798 1779 1887 2004
2077 2092 2051 1577 1356 1652 1382 1519 1421 1442 1543 1656 1561 1905 2199 1473 1655 1407 1395 1530 1309 1526 1327 1627
1748 1958 2274 1648 1401 1411 1403 1394 1520 1528 1643 1515 1685 2000 2215 1956 1462 1563 1459 1446 1622 1657 1638 1643
1683 2050 2262 1813 1445 1762 1461 1556 1431 1427 1554 1645 1653 2016 2207 1665 1361 1506 1360 1453 1522 1460 1552 1548
1827 1737 1941 1474 1458 1542 1404 1522 1385 1641 1510 1681 1938 1868 1726 1456 1445 1456 1365 1487 1558 1488 1684 1594
1850 1998 2079 1494 1057 1218 1168 1236 1076 1174 1139 1427 1487 1483 1513 1357 1165 1282 1110 1297 1185 1222 1284 1444
1575 1737 1763`
    .split(/\s+/)
    .map(Number);
const LAW = 169;

type Given = Extract<Impact, { kind: 'given' }>;

function given(input: Omit<ImpactInput, 'indicator'> & { readonly better?: 'higher' | 'lower' }): Given {
  const made = impactOf({ ...input, indicator: { better: input.better ?? 'higher' } });
  if (made.kind !== 'given') throw new Error(`declined: ${JSON.stringify(made)}`);
  return made;
}

/** Half the width of an interval, in standard errors. */
const errorOf = ({ value, upper }: Effect, quantile: number): number => (upper - value) / quantile;

describe('segmented regression with Newey–West errors', () => {
  /*
   * R 4.2.2, sandwich 3.0.2: t <- 0:191; D <- as.numeric(t >= 169); fit <- lm(UKDriverDeaths ~ t + D + I((t - 169) * D));
   * NeweyWest(fit, lag = 4, prewhite = FALSE, adjust = TRUE); c <- c(0, 0, 1, 22); qt(.975, 188)
   */
  test('differs from an independent implementation on the seat-belt law', () => {
    const { level, slope, effect, lags, seasonal, weeksAfter } = given({
      values: DRIVERS,
      from: 0,
      effective: LAW,
      seasonal: 'none',
      better: 'lower',
    });
    const quantile = 1.9726626923813;
    expect(lags).toBe(4);
    expect(seasonal).toBe(false);
    expect(weeksAfter).toBe(23);
    expect(level.value / -457.768100628468).toBeCloseTo(1, 8);
    expect(slope.value / 19.2016179865777).toBeCloseTo(1, 8);
    expect(effect.value / -35.3325049237596).toBeCloseTo(1, 8);
    expect(errorOf(level, quantile) / Math.sqrt(5832.9499891363084)).toBeCloseTo(1, 6);
    expect(errorOf(slope, quantile) / Math.sqrt(41.71193343784919)).toBeCloseTo(1, 6);
    expect(errorOf(effect, quantile) / 125.334917546855).toBeCloseTo(1, 6);
  });

  /* The same fit with sin(2 pi t / 52.1775) and cos(2 pi t / 52.1775) added. */
  test('its season differs from an independent implementation', () => {
    const { effect, seasonal } = given({ values: DRIVERS, from: 0, effective: LAW, better: 'lower' });
    expect(seasonal).toBe(true);
    expect(effect.value / -7.9076276275498).toBeCloseTo(1, 7);
    expect(errorOf(effect, studentQuantile(186)) / 141.116366223893).toBeCloseTo(1, 6);
  });

  /* R: qt(.975, c(8, 10, 16, 30)) */
  test.each([
    { freedom: 8, quantile: 2.30600413520417 },
    { freedom: 10, quantile: 2.22813885198627 },
    { freedom: 16, quantile: 2.11990529922125 },
    { freedom: 30, quantile: 2.04227245630124 },
  ])('Student’s quantile of $freedom degrees of freedom is off', ({ freedom, quantile }) => {
    expect(studentQuantile(freedom)).toBeCloseTo(quantile, 4);
  });

  test('a line that is exactly a line is not found as one', () => {
    const made = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 5],
      ],
      [3, 5, 7, 13],
    );
    expect(made?.coefficients[0]).toBeCloseTo(3, 12);
    expect(made?.coefficients[1]).toBeCloseTo(2, 12);
  });

  test('columns that cannot be told apart are told apart', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
  });
});

const WAVE = [0.3, -0.2, 0.5, -0.6, 0.1, 0.4, -0.5];
const noisy = (weeks: number, level: (index: number) => number): readonly number[] =>
  Array.from({ length: weeks }, (_, index) => level(index) + (WAVE[index % WAVE.length] ?? 0));

describe('did it work?', () => {
  const better = noisy(60, (index) => (index < 40 ? 90 : 93));

  test('a step up of a figure that is better higher is called no success, or one that is better lower no failure', () => {
    expect(given({ values: better, from: 0, effective: 40 }).verdict).toBe('worked');
    expect(given({ values: better, from: 0, effective: 40, better: 'lower' }).verdict).toBe('worsened');
  });

  test('where nothing changed an effect is seen', () => {
    expect(given({ values: noisy(60, () => 90), from: 0, effective: 40 }).verdict).toBe('no-effect-seen');
  });

  test('what all teams gained alike is put down to the improvement', () => {
    const { against } = given({ values: better, from: 0, effective: 40, others: better.map((value) => value - 5) });
    expect(against?.value).toBeCloseTo(0, 9);
  });

  test.each([
    { before: 11, after: 20, says: { reason: 'before', have: 11, need: 12, possibleFrom: null } },
    { before: 20, after: 7, says: { reason: 'after', have: 7, need: 8, possibleFrom: 27 } },
    { before: 20, after: 0, says: { reason: 'after', have: 0, need: 8, possibleFrom: 27 } },
  ])('$before weeks before and $after after are too few and answered all the same', ({ before, after, says }) => {
    const values = noisy(before + after, () => 90);
    const made = impactOf({ values, from: 0, effective: before, indicator: { better: 'higher' } });
    expect(made).toEqual({ kind: 'declined', ...says });
  });

  test('a gap moves the weeks after it', () => {
    const holed = better.map((value, index) => (index === 20 || index === 50 ? null : value));
    const whole = given({ values: better, from: 0, effective: 40 });
    const made = given({ values: holed, from: 0, effective: 40 });
    expect(made.effect.value).toBeCloseTo(whole.effect.value, 0);
    expect(made.weeksAfter).toBe(19);
  });

  test('a constant added to every figure changes the effect', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 24, maxLength: 60 }),
        (values) => {
          const one = given({ values, from: 0, effective: 14 });
          const other = given({ values: values.map((value) => value + 50), from: 0, effective: 14 });
          expect(other.effect.value).toBeCloseTo(one.effect.value, 6);
          expect(other.effect.upper).toBeCloseTo(one.effect.upper, 6);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('the answer leaves out the effect, its range or what it assumes', () => {
    const effective = week('2026-W26');
    const onTime = indicator('on-time');
    const made = impactOf({ values: better, from: effective - 40, effective, indicator: onTime });
    const words = impactSentence(made, onTime, effective, formats('en-GB'));
    expect(words.answer).toMatch(/^Worked: \+\d\.\d\spp since 22 Jun$/u);
    expect(words.detail).toMatch(/95\s% range \+\d\.\d\spp to \+\d\.\d\spp/u);
    expect(words.assumption).toContain('would have gone on');
    const early = impactOf({ values: better.slice(0, 45), from: effective - 40, effective, indicator: onTime });
    expect(impactSentence(early, onTime, effective, formats('en-GB')).answer).toBe(
      'Too early: can say from Sun 16 Aug 2026',
    );
  });
});
