import { describe, expect, test } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { indicatorModel, type IndicatorModel } from '../../../src/features/indicator/page-model.ts';
import { readScorecard } from '../../../src/reading/read-scorecard.ts';
import type { Span } from '../../../src/state/view.ts';
import { scorecardInput } from '../scorecard/answers.ts';

async function model(
  scenario: ScenarioName,
  id = 'on-time',
  wish: { readonly span?: Span; readonly week?: string; readonly coming?: number } = {},
): Promise<IndicatorModel> {
  const input = await scorecardInput(scenario, wish.week === undefined ? {} : { week: wish.week });
  const card = readScorecard(input);
  const reading = card.reading(id);
  if (reading === null) throw new Error(`no ${id}`);
  return indicatorModel(card, reading, {
    span: wish.span ?? '18-months',
    teams: input.teams,
    size: 'desk',
    coming: wish.coming ?? null,
  });
}

const said = ({ says }: IndicatorModel): readonly string[] => says.map(({ strong, text }) => `${strong} ${text}`);
const drawn = ({ picture }: IndicatorModel) =>
  picture.kind === 'data' || picture.kind === 'too-little' ? picture.model : null;

describe('the picture of the page', () => {
  test('figure, status, gap and both changes', async () => {
    const { tile, changes } = await model('design');
    expect(tile.value).toMatchObject({ number: '91.4' });
    expect(tile.status.word).toBe('Act');
    expect(changes.replaceAll('\u00a0', ' ')).toBe('−0.4 pp vs week 45 · −2.9 pp vs last year · n 3,214');
  });

  test('says every signal of the newest limits with its mark, what is out of reach, and the forecast', async () => {
    const page = await model('design');
    const words = said(page).join('\n').replaceAll('\u00a0', ' ');
    expect(words).toMatch(/Weeks 36–46 11 weeks below the mean of 93\.4 %/);
    expect(words).toContain('Weeks 43, 45, 46 below the lower limit of 92.0 %');
    expect(words).toContain('Out of reach as it runs: target 95 % lies above the upper limit of 94.9 %');
    expect(words).toMatch(/Forecast \d\d\.\d by 10 Jan; 8 in 10 chance between/);
    expect(page.says.filter(({ tone }) => tone === 'concerning').length).toBeGreaterThan(1);
  });

  test('a shift that lasts proposes limits from its first week, on the latest week alone', async () => {
    const { proposal, formats } = await model('design');
    expect(proposal).toMatchObject({ direction: 'low' });
    expect(formats.weekName(proposal?.from ?? 0)).toBe('week 36');
    expect((await model('design', 'on-time', { week: '2026-W45' })).proposal).toBeNull();
  });

  test('tells each target with the days on which it held', async () => {
    const { targets } = await model('design');
    expect(targets[0]).toMatchObject({ value: 'at least 95\u00a0%', when: 'since Mon 29 Dec 2025' });
    expect(targets[1]?.value).toBe('at least 94\u00a0%');
  });
});

test.each([
  { span: '18-months', weeks: 78 },
  { span: '3-years', weeks: 156 },
  // The company's data starts there: two empty years would press the others together.
  { span: '5-years', weeks: 156 },
] as const)('$span draws $weeks weeks to the one in view', async ({ span, weeks }) => {
  const page = await model('design', 'on-time', { span, week: '2026-W46' });
  const points = drawn(page)?.points ?? [];
  expect(points.findIndex((point) => point.week === page.card.week) + 1).toBe(weeks);
  expect(page.since).toBe(span === '5-years' ? 'Figures since week 47 of 2023' : '');
});

test('room is kept for the years that are on their way, so that nothing jumps when they come', async () => {
  const now = (await model('design')).card.week;
  const series = (await model('design')).reading;
  const starts = series.kind === 'read' ? series.series.findIndex((point) => point.kind !== 'gap') : 0;
  const page = await model('design', 'on-time', { span: '5-years', coming: now - 400 });
  // The answer in hand holds the first week of the data: nothing can come before it.
  expect(starts).toBeGreaterThan(0);
  expect(drawn(page)?.points.findIndex((point) => point.week === now)).toBe(155);
  expect(page.since).toBe('');
});

describe('states', () => {
  test('a measure that failed says what, why and under which reference, and nothing else', async () => {
    const page = await model('failing-measure', 'price-realisation');
    expect(page.picture.kind).toBe('failed');
    expect(page).toMatchObject({ nine: null, says: [], proposal: null });
  });

  test('a measure without records says what it needs', async () => {
    const page = await model('partial', 'claims-per-1000');
    expect(page.tile.gap.text).toMatch(/^Needs .*claims/);
    expect(page.picture.kind).toBe('empty');
    expect(page.nine).toBeNull();
    expect(page.about.map(({ name }) => name)).toContain('Formula');
  });

  test('too few cases, an immature and a late figure are said as the tile says them', async () => {
    expect((await model('small-numbers')).tile.value.kind).toBe('words');
    expect((await model('immature', 'right-first-time')).tile.date.text).not.toBe('');
    const late = await model('stale');
    expect(late.tile.status.look).toBe('hollow');
    expect(late.late).toMatch(/late/);
  });

  test('silent customers are a range, never a bare number, and the chart names what it draws', async () => {
    const page = await model('design', 'silent-customers');
    expect(page.estimate?.range).toMatch(/^[\d,]+ to [\d,]+$/);
    expect(page.nine).toBeNull();
    expect(drawn(page)?.title).toBe('Customers who claimed in 12 weeks, 18 months');
    expect(drawn(page)?.sentence).toMatch(/^Customers who claimed in 12 weeks: 58 in week 46/);
  });

  test('a restated week is counted under what the number is', async () => {
    const pages = await Promise.all(['on-time', 'in-full', 'promise-kept'].map((id) => model('restated', id)));
    const finals = pages.map(({ about }) => about.find(({ name }) => name === 'Final')?.words ?? '');
    expect(finals.some((words) => /restated [1-9]\d* times? in 26 weeks/.test(words))).toBe(true);
  });
});
