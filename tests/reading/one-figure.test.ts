import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendCsv } from '../../src/charts/trend-csv.ts';
import { trendRows } from '../../src/charts/trend-rows.ts';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Observations } from '../../src/contract/observations.ts';
import { formats } from '../../src/domain/format.ts';
import { isoDate, isoWeekLabel, sundayOf } from '../../src/domain/week.ts';
import { agendaModel } from '../../src/reading/agenda.ts';
import { withLongHistory } from '../../src/reading/long-view.ts';
import { nineFiguresModel, nineFiguresOf } from '../../src/reading/nine-figures.ts';
import { readScorecard, type Scorecard } from '../../src/reading/read-scorecard.ts';
import { sixTwelveModel } from '../../src/reading/six-twelve-model.ts';
import { shapeOf, statusWord } from '../../src/reading/status-words.ts';
import { tileModel, valueText } from '../../src/reading/tile-model.ts';
import { trendModel } from '../../src/reading/trend-view.ts';
import { week } from '../domain/build.ts';

/** One of each unit and direction: the way in which a figure is written must not change what it is. */
const IDS = ['on-time', 'claims-per-1000', 'service-grade', 'orders-due', 'attention-gap', 'open-claims'] as const;

const NOW = week('2026-W46');
const DAY = 86_400_000;
const words = formats('en-GB');

const catalogue: Catalogue = {
  organisation: {
    name: 'Test',
    timeZone: 'Europe/Madrid',
    locale: 'en-GB',
    currency: 'EUR',
    fiscalYearStartMonth: 4,
    ruleProfile: 'nhs',
    rightFirstTimeDays: 7,
  },
  available: [],
  missing: [],
  own: [],
  marks: {},
  weights: {},
};

type Company = {
  readonly id: (typeof IDS)[number];
  readonly sums: ReadonlyArray<readonly [number, number] | null>;
  readonly target: number | null;
  /** Weeks before the last one in which a person confirmed new limits. */
  readonly changes: readonly number[];
  /** Days from the end of the newest week to the clock. */
  readonly age: number;
  /** The week in view counted back from the newest. */
  readonly back: number;
};

const sum = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }))
    .map(([n, more]) => [n, n + more] as const),
  { freq: 10 },
);

const companies: fc.Arbitrary<Company> = fc.record({
  id: fc.constantFrom(...IDS),
  sums: fc.array(sum, { minLength: 1, maxLength: 110 }),
  target: fc.option(fc.integer({ min: 0, max: 100 })),
  changes: fc.array(fc.nat(60), { maxLength: 2 }),
  age: fc.integer({ min: 0, max: 20 }),
  back: fc.nat(3),
});

function answer({ id, sums, target, changes, age }: Company, weeks = sums.length): Observations {
  const kept = sums.slice(sums.length - weeks);
  const from = NOW - weeks + 1;
  return {
    dataVersion: 1,
    teams: [],
    from: isoWeekLabel(from),
    weeks,
    series: [
      {
        indicator: id,
        team: null,
        numerators: kept.map((each) => each?.[0] ?? null),
        denominators: kept.map((each) => each?.[1] ?? null),
        coveredTo: isoDate(sundayOf(NOW) - (age % 3 === 0 ? 2 : 0)),
      },
    ],
    restatements: [],
    targets: target === null ? [] : [{ indicator: id, team: null, from: isoWeekLabel(NOW - 200), value: target }],
    annotations: changes.map((before, index) => ({
      id: String(index),
      date: isoDate(sundayOf(NOW - before)),
      week: isoWeekLabel(NOW - before),
      text: 'New limits',
      indicator: id,
      team: null,
      kind: 'change',
      author: 'Mara Voss',
      reason: 'a reason',
    })),
  };
}

function card(company: Company, observations: Observations): Scorecard {
  return readScorecard({
    observations,
    catalogue,
    teams: [],
    health: {
      now: new Date((sundayOf(NOW) + company.age) * DAY + DAY / 2).toISOString(),
      cadenceSeconds: 0,
      latestWeek: null,
    },
    fallbackNow: 0,
    week: isoWeekLabel(NOW - company.back),
    compare: 'previous-week',
  });
}

/** Everything that says a figure, a status or a signal says the same one. */
function agrees(view: Scorecard, id: string): void {
  const reading = view.reading(id);
  if (reading?.kind !== 'read') return;
  const { measure, indicator } = reading;
  const tile = tileModel(view, reading, words);
  const model = trendModel(
    view,
    reading,
    { weeks: 260, title: 'x', extras: 'forecast-and-last-year', naming: 'none' },
    words,
  );
  const point = model.points.find((each) => each.week === measure.week);
  const row = trendRows(model).find((each) => each.week === measure.week);
  const fields = trendCsv(model)
    .split('\r\n')
    .map((line) => line.split(','))
    .find(([first]) => first === isoWeekLabel(measure.week));
  const agenda = agendaModel(view, words).rows.find((each) => each.id === id);
  const lastWeek = nineFiguresOf(view, reading).lastWeek.now;
  const nine = nineFiguresModel(view, reading, words).rows[0]?.cells[0];
  const six = sixTwelveModel(view, reading, words).weeks.at(-1)?.figure;

  if (measure.state !== 'figure') {
    expect(agenda).toBeUndefined();
    expect(lastWeek.kind).toBe('not-given');
    expect(nine?.kind).toBe('none');
    expect(point?.kind).not.toBe('solid');
    expect(row?.state).not.toBe('complete');
    return;
  }
  const text = words.figure(indicator, measure.value);
  const tone = measure.signals[0]?.tone ?? null;

  expect(valueText(tile)).toBe(text);
  expect(tile.status).toMatchObject({ shape: shapeOf(measure.judged), word: statusWord(measure.judged) });
  expect(tile.signal?.tone ?? null).toBe(tone);

  expect(point).toMatchObject({ kind: 'solid', value: measure.value, signal: tone });
  expect(row).toMatchObject({ state: 'complete', value: measure.value, valueText: text, signal: tone });
  expect(Number(fields?.[2])).toBe(Number(measure.value.toFixed(6)));
  expect(fields?.[4]).toBe(tone ?? '');

  expect(lastWeek).toMatchObject({ kind: 'given', value: measure.value });
  expect(nine).toMatchObject({ kind: 'figure', text: words.figureParts(indicator, measure.value).number });
  expect(six).toMatchObject({ value: measure.value });

  const asksForAttention = tone !== null || measure.judged === 'act' || measure.judged === 'watch';
  expect(agenda === undefined).toBe(!asksForAttention);
  if (agenda !== undefined) expect(agenda).toMatchObject({ value: text, status: measure.judged, mark: tone });
}

test('tile, chart, table, CSV, nine figures, 6–12 chart and agenda never disagree on a figure, a status or a signal', () => {
  fc.assert(
    fc.property(companies, (company) => {
      agrees(card(company, answer(company)), company.id);
    }),
    { numRuns: 300 },
  );
});

test('the years that join an indicator’s page later change nothing that the other pages show', () => {
  fc.assert(
    fc.property(companies, fc.integer({ min: 5, max: 109 }), (company, least) => {
      const short = card(company, answer(company, Math.min(least, company.sums.length)));
      const long = withLongHistory(short, company.id, answer(company));
      agrees(long, company.id);
      const before = short.reading(company.id);
      const after = long.reading(company.id);
      if (before?.kind !== 'read' || after?.kind !== 'read') return;
      expect({ ...after.measure, analysis: before.measure.analysis }).toEqual(before.measure);
      expect(after.measure.analysis.segments.at(-1)).toEqual(
        before.measure.analysis.segments.at(-1) ?? after.measure.analysis.segments.at(-1),
      );
    }),
    { numRuns: 200 },
  );
});
