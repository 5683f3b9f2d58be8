import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { agendaModel, allQuietWords, readAgenda, ruleWords } from '../../src/reading/agenda.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { focusModel } from '../../src/reading/review-focus.ts';
import { reviewTitle } from '../../src/reading/review-head.ts';
import { tileModel, valueText } from '../../src/reading/tile-model.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';

const words = formats('en-GB');
const NB = '\u00a0';
const card = async (scenario: ScenarioName, week = 'latest') => readScorecard(await scorecardInput(scenario, { week }));

describe('the agenda of the design’s week', () => {
  test('says what the picture says, status by status, worst first', async () => {
    const { groups } = agendaModel(await card('design'), words);
    expect(groups.map(({ word, rows }) => [word, rows.length])).toEqual([
      ['Act', 7],
      ['Watch', 4],
      ['No target', 1],
    ]);
    expect(groups[0]?.rows.slice(0, 3).map(({ name, mark, value, gap }) => [name, mark, value, gap])).toEqual([
      ['On time', 'concerning', `91.4${NB}%`, `−3.6${NB}pp`],
      ['Promise kept', 'concerning', `82.6${NB}%`, `−2.4${NB}pp`],
      ['Claims resolved in promise', 'concerning', `84.7${NB}%`, `−5.3${NB}pp`],
    ]);
    expect(groups[2]?.rows).toMatchObject([
      { name: 'Orders due', value: '3,214', gap: '+135', gapIs: 'against week 45' },
    ]);
  });

  test('a line of the agenda, the tile and the focus never disagree on a figure, a gap or a status', async () => {
    const read = await card('design');
    for (const row of agendaModel(read, words).rows) {
      const reading = read.reading(row.id);
      if (reading === null) throw new Error(row.id);
      const tile = tileModel(read, reading, words);
      expect(valueText(tile)).toBe(row.value);
      expect(focusModel(read, row.id, words)?.tile).toEqual(tile);
      expect(['', row.gap]).toContain(tile.gap.strong);
    }
  });

  test('what is quiet is counted in one line, and the counts add up to the catalogue', async () => {
    const read = await card('design');
    const model = agendaModel(read, words);
    expect(ruleWords(model)).toMatch(/^Signal or missed target; 4 on target, .* not listed$/);
    const agenda = readAgenda(read);
    const quiet = [...agenda.quiet.values()].flat().length;
    const known = [...read.indicators.keys()].filter((id) => read.reading(id) !== null);
    expect(model.rows.length + quiet + agenda.leftOut.length).toBe(known.length);
  });

  test('signals are told with the number that they are measured by, and what happened when they began', async () => {
    const focus = focusModel(await card('design'), 'on-time', words);
    expect(focus?.signal).toEqual({
      tone: 'concerning',
      words: `Below the lower limit of 92.0${NB}%; 11 weeks below the mean of 93.4${NB}%, since Carrier change, 31 Aug.`,
    });
  });
});

test('a quiet week says what it counted', async () => {
  const model = agendaModel(await card('review-quiet'), words);
  expect(model.rows).toEqual([]);
  expect(allQuietWords(model)).toMatch(/^Nothing asks for attention: \d+ on target, /);
});

test('a measure that cannot be read is counted as such, not as on target', async () => {
  const model = agendaModel(await card('failing-measure'), words);
  expect(model.quiet).toContain('1 could not be read');
});

test('too few cases are counted apart: they are not on target', async () => {
  expect(agendaModel(await card('small-numbers'), words).quiet).toMatch(/\d+ without enough data/);
});

describe('the head', () => {
  test.each([
    { scenario: 'design' as const, title: 'Week 46 · Mon 9 – Sun 15 Nov 2026 · final' },
    { scenario: 'settling' as const, title: 'Week 46 · Mon 9 – Sun 15 Nov 2026 · settling until 22 Nov' },
  ])('$scenario: $title', async ({ scenario, title }) => {
    expect(reviewTitle(await card(scenario), 'figures', words)).toBe(title);
  });

  test('a week across two months names both, and one without data says so', async () => {
    expect(reviewTitle(await card('design', '2026-W44'), 'no-data', words)).toBe(
      'Week 44 · Mon 26 Oct – Sun 1 Nov 2026 · no data',
    );
  });
});
