import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { nineFiguresModel, type NineModel } from '../../src/reading/nine-figures.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';

async function nine(id: string, scenario: ScenarioName = 'design'): Promise<NineModel> {
  const card = readScorecard(await scorecardInput(scenario));
  const reading = card.reading(id);
  if (reading?.kind !== 'read') throw new Error(`${id} is not read`);
  return nineFiguresModel(card, reading, formats('en-GB'));
}

/** "Last week" of the row "now" is 91.4: what a cell says. */
function cell({ rows, columns }: NineModel, row: string, column: string): string {
  const found = rows.find(({ id }) => id === row)?.cells[columns.findIndex(({ id }) => id === column)];
  return found?.kind === 'figure' ? found.text : found?.kind === 'none' ? `(${found.reason})` : '';
}

describe('the picture of the weekly review', () => {
  test.each([
    { row: 'now', column: 'last-week', wanted: '91.4' },
    { row: 'now', column: 'wow', wanted: '−0.4' },
    { row: 'now', column: 'yoy', wanted: '−2.9' },
    { row: 'now', column: 'mtd', wanted: '91.6' },
    { row: 'last-year', column: 'last-week', wanted: '94.3' },
    { row: 'change', column: 'last-week', wanted: '−2.9' },
    { row: 'change', column: 'wow', wanted: '' },
    { row: 'gap', column: 'last-week', wanted: '−3.6' },
    { row: 'gap', column: 'mtd', wanted: '−3.4' },
  ])('$row, $column: $wanted', async ({ row, column, wanted }) => {
    expect(cell(await nine('on-time'), row, column)).toBe(wanted);
  });
});

test('a missing week keeps the year to date from having a figure, and the note names it once', async () => {
  const model = await nine('on-time');
  expect(cell(model, 'now', 'ytd')).toBe('(week 14 has no data)');
  expect(model.notes).toContain('No figure for YTD: week 14 has no data.');
});

test('units stand in the headers: pp for rates, percent for counts, none for points', async () => {
  const headers = async (id: string) => (await nine(id)).columns.map(({ header }) => header).slice(1, 3);
  expect(await headers('on-time')).toEqual(['WoW, pp', 'YoY, pp']);
  expect(await headers('orders-due')).toEqual(['WoW, %', 'YoY, %']);
  expect(await headers('claims-per-1000')).toEqual(['WoW', 'YoY']);
});

test('without a target there is no row against one', async () => {
  const rows = async (scenario: ScenarioName) => (await nine('on-time', scenario)).rows.map(({ id }) => id);
  expect(await rows('design')).toContain('gap');
  expect(await rows('no-targets')).not.toContain('gap');
});
