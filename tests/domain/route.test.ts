import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Goal } from '../../src/domain/goal.ts';
import { formats } from '../../src/domain/format.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import { recognitionOf } from '../../src/domain/recognition.ts';
import { routeForecast } from '../../src/domain/route-forecast.ts';
import { arrivalWords, paceSentence, routeSentence } from '../../src/domain/route-sentence.ts';
import type { RouteInput } from '../../src/domain/route-types.ts';
import { routeVerdict } from '../../src/domain/route-verdict.ts';
import { routeSoFar } from '../../src/domain/route.ts';
import { sustainedOf } from '../../src/domain/sustained.ts';
import { day, indicator, measureInput, percentSeries, stable, week } from './build.ts';

const LAST = week('2026-W46');
const ENGLISH = formats('en-GB');

/** The picture's in full of Depot North: weeks 23 to 46 of 2026, its goal at least 95 % by 31 January. */
const PICTURED = [
  90.6, 90.9, 90.5, 91.2, 91.0, 91.6, 91.3, 91.1, 91.8, 91.5, 92.0, 91.7, 92.3, 92.0, 92.4, 92.1, 92.0, 92.6, 92.3,
  92.9, 92.6, 92.5, 93.0, 93.1,
];
const GOAL: Goal = {
  id: 'in-full-north',
  indicator: 'in-full',
  team: 'depot-north',
  baseline: { week: week('2026-W23'), value: 90.6 },
  target: 95,
  from: week('2026-W23'),
  due: day('2027-01-31'),
  owner: 'M. Voss',
  milestones: [],
  endedWeek: null,
};

function inputOf(percents: ReadonlyArray<number | null>, changes: Partial<Goal> = {}, id = 'in-full'): RouteInput {
  const series = percentSeries(percents);
  const measure = readMeasure(measureInput({ series, indicator: indicator(id) }));
  const goal = { ...GOAL, ...changes };
  return { goal, indicator: indicator(id), series, analysis: measure.analysis, week: LAST };
}

function told(input: RouteInput) {
  const soFar = routeSoFar(input);
  const forecast = routeForecast(soFar, input);
  const verdict = routeVerdict(soFar, forecast, input);
  return {
    soFar,
    forecast,
    verdict,
    words: arrivalWords(verdict, ENGLISH),
    sentence: routeSentence(verdict, soFar, forecast, ENGLISH),
  };
}

describe('the route of the picture', () => {
  const input = inputOf(PICTURED);
  const { soFar, verdict, sentence, words } = told(input);

  test('value, plan, gap and paces differ from the picture', () => {
    expect(soFar.now?.value).toBeCloseTo(93.1, 9);
    expect(soFar.planned).toBeCloseTo(93.58, 2);
    expect(soFar.ahead).toBeCloseTo(-0.48, 2);
    expect(soFar.status).toBe('watch');
    expect(soFar.travelled).toBeCloseTo(2.5 / 4.4, 9);
    expect(soFar.required).toBeCloseTo(1.9 / 11, 9);
    expect(soFar.pace).toBeGreaterThan(0.07);
    expect(soFar.pace).toBeLessThan(0.12);
  });

  test('it arrives in another season than pictured, or says nothing of how sure that is', () => {
    expect(verdict.kind).toBe('arrives');
    expect(words.main).toMatch(/(Feb|Mar|Apr) 2027$/);
    expect(words.sub).toMatch(/^\d+ weeks late, range \d+ \w+ to \d+ \w+$/);
    expect(sentence).toContain('0.5\u00a0pp behind the plan');
    expect(sentence).toMatch(/The chance of being at the goal on 31 Jan is \d+\s%/);
  });

  test('what has to change every week is not said in cases', () => {
    expect(paceSentence(soFar, 'short orders', ENGLISH)).toMatch(
      /^To arrive on 31 Jan the weekly gain must rise from 0\.\d\d to 0\.17\spp: about 2 fewer short orders, every week, for 11 weeks$/,
    );
  });

  test('a single case is said in the plural', () => {
    const few = { ...soFar, now: soFar.now === null ? null : { ...soFar.now, denominator: 40 } };
    expect(paceSentence(few, 'short orders', ENGLISH)).toContain('about one fewer of the short orders, every week');
  });

  test('the same route is forecast differently a second time', () => {
    expect(told(input)).toEqual(told(inputOf(PICTURED)));
  });
});

const falling = Array.from({ length: 30 }, (_, index) => 93.5 - 0.2 * index + (index % 2 === 0 ? 0.2 : -0.2));

describe('verdicts', () => {
  test('a stable process out of reach is said to arrive', () => {
    const { verdict, words, sentence } = told(inputOf(stable(40), { target: 97 }));
    expect(verdict.kind).toBe('not-without-change');
    expect(words).toEqual({ main: 'No arrival', sub: 'not without a change' });
    expect(sentence).toContain('This process will not get there without a change.');
  });

  test('a route that leads away is said to arrive', () => {
    const { verdict, words, sentence, soFar } = told(inputOf(falling));
    expect(verdict.kind).toBe('away');
    expect(words.sub).toBe('moving away from the goal');
    expect(sentence).toContain('moving away from the goal');
    expect(soFar.status).toBe('act');
    expect(soFar.pace).toBeCloseTo(-0.2, 1);
    expect(soFar.travelled).toBeLessThan(0);
  });

  test('one that is there has still to arrive', () => {
    const { verdict, words, soFar } = told(
      inputOf([...PICTURED.slice(9), 95.2, 95.4, 95, 95.1, 95.6, 95.3, 95.8, 95.2, 95.1]),
    );
    expect(verdict).toEqual({ kind: 'there', weeks: 9 });
    expect(words).toEqual({ main: 'There already', sub: 'holding for 9 weeks' });
    expect(soFar.required).toBeNull();
  });

  test('one good week is called holding', () => {
    expect(told(inputOf([...PICTURED, 95.2])).words.sub).toBe('at the goal for 1 week');
  });

  test('eleven weeks are forecast', () => {
    const { forecast, words, sentence } = told(inputOf(PICTURED.slice(-11), {}));
    expect(forecast).toMatchObject({ kind: 'declined', have: 11, need: 12, possibleFrom: LAST + 1 });
    expect(words).toEqual({ main: 'Too few weeks', sub: 'to say before 22 Nov 2026' });
    expect(sentence).toContain('Too few weeks to say before 22 Nov 2026.');
  });

  test('no figure at all breaks it', () => {
    const { soFar, verdict } = told(inputOf([null, null, null]));
    expect(soFar).toMatchObject({ now: null, planned: null, ahead: null, pace: null, required: null, holding: 0 });
    expect(soFar.status).toBe('not-enough-data');
    expect(verdict.kind).toBe('no-figure');
  });

  test('a goal that says not where it starts has a plan', () => {
    const { soFar, verdict } = told(inputOf(PICTURED, { baseline: null }));
    expect(soFar).toMatchObject({ planned: null, ahead: null, travelled: null, status: 'no-target' });
    expect(verdict.kind).toBe('no-start');
  });

  test('a date that has passed is not said', () => {
    const { sentence, soFar } = told(inputOf(PICTURED, { due: day('2026-10-25') }));
    expect(sentence).toContain('The date, 25 Oct, has passed 3 weeks ago, 1.9\u00a0pp short.');
    expect(soFar.planned).toBe(95);
    expect(soFar.required).toBeNull();
  });

  test('a constant process gives no number, or never arrives where it stands', () => {
    const flat = Array.from({ length: 30 }, () => 92);
    const { verdict, forecast } = told(inputOf(flat));
    expect(verdict.kind).toBe('not-without-change');
    expect(JSON.stringify(forecast)).not.toContain('NaN');
  });
});

test('a mirrored indicator has another route', () => {
  const percents = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 14, maxLength: 40 });
  fc.assert(
    fc.property(percents, (tenths) => {
      const up = inputOf(tenths.map((each) => each / 10));
      const mirrored = tenths.map((each) => (1000 - each) / 10);
      const down = inputOf(
        mirrored,
        { target: 5, baseline: { week: week('2026-W23'), value: 9.4 }, indicator: 'repeated-claims' },
        'repeated-claims',
      );
      const one = routeSoFar({ ...up, indicator: { ...up.indicator, countedIn: 'lines' } });
      const other = routeSoFar(down);
      expect(other.ahead ?? 0).toBeCloseTo(one.ahead ?? 0, 6);
      expect(other.pace ?? 0).toBeCloseTo(-(one.pace ?? 0), 6);
      expect(other.holding).toBe(one.holding);
    }),
    { numRuns: 40 },
  );
});

describe('sustained weeks', () => {
  const targets = [{ indicator: 'in-full', team: null, from: LAST - 100, value: 92 }];
  const of = (percents: ReadonlyArray<number | null>) =>
    sustainedOf({ series: percentSeries(percents), indicator: indicator('in-full'), targets, lineage: [], week: LAST });

  test('a gap is counted, or bridges a run', () => {
    expect(of([93, 93, null, 93, 91, 93])).toEqual({
      met: 4,
      of: 5,
      longest: { weeks: 2, from: LAST - 5, to: LAST - 4 },
      current: { weeks: 1, since: LAST },
    });
  });

  test('a miss in the newest week leaves a streak standing', () => {
    expect(of([93, 93, 91]).current).toBeNull();
  });

  test('more than a year is looked back over', () => {
    expect(of(Array.from({ length: 80 }, () => 93))).toMatchObject({ met: 52, of: 52 });
  });

  test('weeks without a target are counted as missed', () => {
    const series = percentSeries([80, 93, 93]);
    const late = [{ indicator: 'in-full', team: null, from: LAST - 1, value: 92 }];
    expect(
      sustainedOf({ series, indicator: indicator('in-full'), targets: late, lineage: [], week: LAST }),
    ).toMatchObject({ met: 2, of: 2 });
  });
});

describe('recognition', () => {
  const analysisOf = (percents: readonly number[]) =>
    readMeasure(measureInput({ series: percentSeries(percents), indicator: indicator('in-full') })).analysis;

  test('eight weeks above the mean are not said', () => {
    const percents = [...stable(60), 90.9, 90.8, 90.9, 90.7, 90.9, 90.8, 90.7];
    expect(recognitionOf(analysisOf(percents), indicator('in-full'), ENGLISH)).toMatch(
      /^Eight weeks above the mean since 21 Sep$/,
    );
  });

  test('a single good week is recognised', () => {
    expect(recognitionOf(analysisOf([...stable(60), 99]), indicator('in-full'), ENGLISH)).toBeNull();
  });

  test('a run that is over, or one for the worse, is recognised', () => {
    const over = [...stable(60), 90.9, 90.8, 90.9, 90.7, 90.9, 90.8, 90.7, 89.4];
    expect(recognitionOf(analysisOf(over), indicator('in-full'), ENGLISH)).toBeNull();
    const worse = [...stable(60), 89.3, 89.2, 89.4, 89.1, 89.3, 89.2, 89.4];
    expect(recognitionOf(analysisOf(worse), indicator('in-full'), ENGLISH)).toBeNull();
  });
});
