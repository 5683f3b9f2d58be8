import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { isoWeekLabel, parseIsoWeek } from '../../../src/domain/week.ts';
import type { TileModel } from '../../../src/reading/tile-model.ts';
import { scorecardModel, type ScorecardModel } from '../../../src/features/scorecard/view-model.ts';
import { scorecardInput } from './answers.ts';

async function modelOf(...given: Parameters<typeof scorecardInput>): Promise<ScorecardModel> {
  return scorecardModel(await scorecardInput(...given), 'desk');
}

function tileOf(model: ScorecardModel, id: string): TileModel {
  const tiles = [
    ...(model.headline === null ? [] : [model.headline.tile]),
    ...model.dimensions.flatMap((dimension) => dimension.tiles),
    ...model.panels.flatMap(({ tile, under }) => (under.kind === 'measure' ? [tile, under.tile] : [tile])),
  ];
  const found = tiles.find((tile) => tile.id === id);
  if (found === undefined) throw new Error(`no tile of ${id}`);
  return found;
}

/** What a tile says, line by line, no-break spaces as spaces. */
function lines(tile: TileModel): readonly string[] {
  const value =
    tile.value.kind === 'figure' ? `${tile.value.number}${tile.value.unit} (${tile.value.look})` : tile.value.words;
  return [
    value,
    `${tile.status.shape} ${tile.status.look}: ${tile.status.word}`,
    tile.gap.strong + tile.gap.text,
    tile.change.strong + tile.change.text,
    tile.date.text,
  ].map((line) => line.replaceAll('\u00a0', ' '));
}

type State = {
  readonly state: string;
  readonly scenario: ScenarioName;
  readonly tile: string;
  readonly lines: readonly string[];
  readonly week?: string;
};

const STATES: readonly State[] = [
  {
    state: 'complete',
    scenario: 'design',
    tile: 'right-first-time',
    lines: [
      '96.1 % (plain)',
      'on fresh: On target',
      '+0.1 pp vs at least 96 %',
      '+0.3 pp vs week 45 · n 3,214',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'missed with a concerning signal',
    scenario: 'design',
    tile: 'on-time',
    lines: [
      '91.4 % (plain)',
      'act fresh: Act',
      '−3.6 pp vs at least 95 %',
      '−0.4 pp vs week 45 · n 3,214',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'a ratio of money has no cases',
    scenario: 'design',
    tile: 'price-realisation',
    lines: [
      '94.2 % (plain)',
      'on fresh: On target',
      '+0.2 pp vs at least 94 %',
      '+0.2 pp vs week 45',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'restated',
    scenario: 'restated',
    tile: 'in-full',
    lines: [
      '93.8 % (plain)',
      'watch fresh: Watch',
      '−1.2 pp vs at least 95 %',
      'was 94.1, now 93.8 · n 3,214',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'no target',
    scenario: 'no-targets',
    tile: 'on-time',
    lines: [
      '91.4 % (plain)',
      'none fresh: No target',
      'No target is set',
      '−0.4 pp vs week 45 · n 3,214',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'too few',
    scenario: 'small-numbers',
    tile: 'right-first-time',
    lines: [
      'Not shown',
      'few fresh: Not enough data',
      'Too few to show (n = 8)',
      '12 weeks: 100.0 % · n 88',
      'Data to Sun 15 Nov',
    ],
  },
  {
    state: 'nothing due',
    scenario: 'small-numbers',
    tile: 'resolved-in-promise',
    lines: ['None due', 'none fresh: Nothing to rate', 'No claims in this week', '', 'Data to Sun 15 Nov'],
  },
  {
    state: 'nothing imported that it needs',
    scenario: 'partial',
    tile: 'service-grade',
    lines: ['No data', 'none fresh: Nothing to rate', 'Needs evaluations', '', ''],
  },
  {
    state: 'failed',
    scenario: 'failing-measure',
    tile: 'price-realisation',
    lines: ['Not read', 'none fresh: Nothing to rate', 'Could not read invoices.', 'Reference E42', ''],
  },
  {
    state: 'immature: its own latest week',
    scenario: 'immature',
    tile: 'promise-kept',
    lines: [
      '82.4 % (plain)',
      'act fresh: Act',
      '−2.6 pp vs at least 85 %',
      '−0.3 pp vs week 44 · n 3,079',
      'Data to Sun 8 Nov',
    ],
  },
  {
    state: 'week not complete',
    scenario: 'current-week',
    week: '2026-W47',
    tile: 'price-as-promised',
    lines: [
      '98.7 % (old)',
      'none fresh: Week 47, 3 of 7 days',
      'Not counted yet',
      'n 1,388 of about 3,100',
      'Data to Wed 18 Nov',
    ],
  },
];

describe('tiles by state', () => {
  it.each(STATES)(
    '$state: says neither a zero nor a fresh figure where there is none',
    async ({ scenario, tile, week, ...is }) => {
      const model = await modelOf(scenario, week === undefined ? {} : { week });
      expect(lines(tileOf(model, tile))).toEqual(is.lines);
    },
  );

  it('late: the last figure stands hollow, and its date says how old it is', async () => {
    const tile = tileOf(await modelOf('stale'), 'in-full');
    expect(tile.status).toEqual({ shape: 'watch', word: 'Watch, week 46', look: 'hollow' });
    expect(tile.value).toMatchObject({ look: 'old' });
    expect(tile.change.text).toMatch(/^Data \d+ days late$/);
    expect(tile.date.look).toBe('late');
  });

  it('a past week reads as it did then: late data of today does not make it stale', async () => {
    const tile = tileOf(await modelOf('stale', { week: '2026-W40' }), 'in-full');
    expect(tile.status.look).toBe('fresh');
  });

  it('a week that no import covered is a gap, not a zero', async () => {
    const input = await scorecardInput('gap');
    const [week] = gapsOf(input.observations);
    const tile = tileOf(scorecardModel({ ...input, week: week ?? '' }, 'desk'), 'in-full');
    expect(tile.value).toMatchObject({ look: 'old' });
    expect(tile.status.look).toBe('hollow');
    expect(tile.change.text).toMatch(/^No import covered week \d+$/);
  });

  it('an own indicator stands in its dimension with status and grade, as a built-in one does', async () => {
    const model = await modelOf('own-indicator');
    const quality = model.dimensions.find((dimension) => dimension.id === 'quality');
    expect(quality?.tiles.at(-1)?.name).toBe('Assembled right');
    expect(quality?.tiles.at(-1)?.status.shape).toBe('on');
  });
});

describe('comparison', () => {
  it('last year is named in few words: the line must not run into the date', async () => {
    const tile = tileOf(await modelOf('design', { compare: 'last-year' }), 'on-time');
    expect(tile.change.text.replaceAll('\u00a0', ' ')).toMatch(/^[+−±][\d.]+ pp vs last year · n 3,214$/);
  });

  it('a week without a figure to compare with says so instead of a number', async () => {
    const input = await scorecardInput('design');
    const first = firstWeekOf(input.observations);
    const tile = tileOf(scorecardModel({ ...input, week: first, compare: 'last-year' }, 'desk'), 'on-time');
    expect(tile.change.text).toMatch(/last year (lies before the data|has no data)/);
  });
});

describe('the page', () => {
  it('agrees with itself: the same figures in headline, parts and bars', async () => {
    const { headline, broken } = await modelOf('design');
    expect(headline?.tile.value).toMatchObject({ number: '82.6' });
    expect(broken).toMatchObject({ kind: 'known', sub: '559 orders broke 635 promises; share of orders due' });
    expect(broken.kind === 'known' ? broken.bars.map((bar) => bar.valueText) : []).toEqual(['276', '199', '125', '35']);
  });

  it('lists the signals of the week, concerning ones first', async () => {
    const { signals } = await modelOf('design');
    const tones = signals.map((signal) => signal.tone);
    expect(tones).toEqual([...tones].sort((a, b) => rank(a) - rank(b)));
    expect(signals.map((signal) => signal.name)).toContain('On time');
  });

  it('always shows the silent customers as a range', async () => {
    const { context } = await modelOf('design');
    expect(context.silent?.note).toMatch(/^range [\d,]+ to [\d,]+$/);
  });

  it('draws a failed trend as failed, with its reference', async () => {
    const input = await scorecardInput('design');
    const error = { code: 'internal', message: 'Could not read orders.', reference: 'E7' } as const;
    const observations = { ...input.observations, failures: [{ indicator: 'retention-12-week', error }] };
    const [panel] = scorecardModel({ ...input, observations }, 'desk').panels;
    expect(panel?.picture).toEqual({ kind: 'failed', message: 'Could not read orders.', reference: 'E7' });
  });

  it('says once what is late, not on every tile in other words', async () => {
    expect((await modelOf('stale')).late).toMatch(/figures: data \d+ days late/);
    expect((await modelOf('design')).late).toBeNull();
  });

  it('reads the same without the service’s state: a failed health answer does not take the figures away', async () => {
    const input = await scorecardInput('design');
    const alone = scorecardModel({ ...input, health: null, fallbackNow: Date.parse(input.health?.now ?? '') }, 'desk');
    expect(alone.headline).toEqual(scorecardModel(input, 'desk').headline);
  });
});

/** Label of the first week that has data. */
function firstWeekOf(observations: Awaited<ReturnType<typeof scorecardInput>>['observations']): string {
  const series = observations.series.find((each) => each.indicator === 'on-time');
  const index = series?.numerators.findIndex((sum) => sum !== null) ?? 0;
  return isoWeekLabel((parseIsoWeek(observations.from) ?? 0) + index);
}

function rank(tone: string): number {
  return ['concerning', 'improving', 'neutral'].indexOf(tone);
}

/** Labels of the weeks inside the data that no import covers, newest first. */
function gapsOf(observations: Awaited<ReturnType<typeof scorecardInput>>['observations']): readonly string[] {
  const numerators = observations.series.find((each) => each.indicator === 'in-full')?.numerators ?? [];
  const from = parseIsoWeek(observations.from) ?? 0;
  const first = numerators.findIndex((sum) => sum !== null);
  const last = numerators.findLastIndex((sum) => sum !== null);
  return numerators
    .flatMap((sum, index) => (sum === null && index > first && index < last ? [isoWeekLabel(from + index)] : []))
    .toReversed();
}
