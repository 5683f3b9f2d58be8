import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { Breakdown } from '../../src/contract/breakdown.ts';
import { ServiceError } from '../../src/contract/errors.ts';
import { Minute } from '../../src/contract/minutes.ts';
import { Review } from '../../src/contract/reviews.ts';
import type { FigureMeasure } from '../../src/domain/measure-types.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import { readScorecard, type Scorecard } from '../../src/reading/read-scorecard.ts';
import { answering, scorecardInput } from '../features/scorecard/answers.ts';

const WEEK = '2026-W46';
const REVIEW = `/api/reviews/${WEEK}`;
type Fetcher = ReturnType<typeof answering>;

async function json(ask: Fetcher, path: string, init: RequestInit = {}): Promise<unknown> {
  return (await ask(path, init)).json();
}

async function review(scenario: ScenarioName, week = WEEK): Promise<Review> {
  return Review.parse(await json(answering(scenario), `/api/reviews/${week}`));
}

/** The frozen figures of a closed review, read as the page reads them. */
function frozenCard({ week, frozen }: Review): Scorecard {
  if (frozen === null) throw new Error(`${week} is open`);
  const { observations, catalogue, now } = frozen;
  const health = { now, cadenceSeconds: 14 * 86_400, latestWeek: week };
  const teams = [...frozen.teams];
  return readScorecard({ observations, catalogue, teams, health, fallbackNow: 0, week, compare: 'previous-week' });
}

function figure(card: Scorecard, id: string): FigureMeasure {
  const reading = card.reading(id);
  if (reading?.kind !== 'read' || reading.measure.state !== 'figure') throw new Error(`no figure of ${id}`);
  return reading.measure;
}

const shown = (measure: FigureMeasure): string => measure.value.toFixed(measure.indicator.decimals);

describe('the company of the pictures', () => {
  it('writes other minutes than the picture', async () => {
    const { minutes, carried, previous, closed } = await review('design');
    expect({ previous, closed }).toEqual({ previous: '2026-W45', closed: null });
    expect(minutes.map(({ kind }) => kind)).toEqual(['note', 'decision', 'action', 'action', 'action']);
    expect(minutes[0]).toMatchObject({ author: 'Tom Adeyemi', createdAt: '2026-11-30T08:14:00.000Z' });
    expect(carried.map(({ text, action }) => [text, action?.state, action?.owner])).toEqual([
      ['Recount short shipments', 'done', 'P. Nair'],
      ['Slot data from carrier, daily', 'open', 'J. Bakker'],
    ]);
  });

  it('changed other statuses since week 45 than the picture', async () => {
    const before = frozenCard(await review('design', '2026-W45'));
    const now = readScorecard(await scorecardInput('design', { week: WEEK }));
    const changed = [...now.indicators.keys()].flatMap((id) => {
      const [was, is] = [before.reading(id), now.reading(id)];
      if (was?.kind !== 'read' || is?.kind !== 'read') return [];
      if (was.measure.state !== 'figure' || is.measure.state !== 'figure') return [];
      return was.measure.status === is.measure.status ? [] : [[id, was.measure.status, is.measure.status]];
    });
    expect(changed.sort()).toEqual([
      ['answered-in-promise', 'watch', 'on-target'],
      ['resolved-in-promise', 'watch', 'act'],
      ['right-first-time', 'watch', 'on-target'],
    ]);
    expect(shown(figure(before, 'in-full'))).toBe('94.1');
    const week45 = readScorecard(await scorecardInput('design', { week: '2026-W45' }));
    expect(shown(figure(week45, 'in-full'))).toBe('93.6');
    expect(figure(week45, 'in-full').restated?.was.toFixed(1)).toBe('94.1');
  });

  it('gives on time other limits or signals than the picture', async () => {
    const { analysis } = figure(readScorecard(await scorecardInput('design', { week: WEEK })), 'on-time');
    const limits = analysis.segments.at(-1)?.limits;
    expect([limits?.mean, limits?.lower, limits?.upper].map((limit) => limit?.toFixed(1))).toEqual([
      '93.4',
      '92.0',
      '94.9',
    ]);
    const since = analysis.signals.filter(({ rule, from }) => rule !== 'near-limit' && from > 2940);
    expect(since.map(({ rule, from, to }) => [rule, isoWeekLabel(from), isoWeekLabel(to)])).toEqual([
      ['run', '2026-W36', '2026-W46'],
      ['outside', '2026-W43', '2026-W43'],
      ['outside', '2026-W45', '2026-W46'],
    ]);
  });

  it.each([
    { team: 'depot-north', value: '89.8', n: 1021, late: 104, status: 'act' },
    { team: 'depot-east', value: '90.0', n: 842, late: 84, status: 'act' },
    { team: 'depot-south', value: '94.0', n: 764, late: 46, status: 'watch' },
    { team: 'depot-west', value: '92.8', n: 587, late: 42, status: 'watch' },
  ])('shows $team otherwise than the picture', async ({ team, value, n, late, status }) => {
    const measure = figure(readScorecard(await scorecardInput('design', { teams: [team], week: WEEK })), 'on-time');
    expect([shown(measure), measure.n, measure.denominator - measure.numerator, measure.status]).toEqual([
      value,
      n,
      late,
      status,
    ]);
  });

  it('breaks the late orders down otherwise than the picture', async () => {
    const path = `/api/breakdown?indicator=on-time&week=${WEEK}`;
    const { cases, causes, spread } = Breakdown.parse(await json(answering('design'), path));
    expect([cases, ...causes.map(({ count }) => count)]).toEqual([276, 118, 61, 39, 33, 25]);
    expect(spread?.bins.map(({ count }) => count)).toEqual([148, 71, 29, 20, 8]);
    expect(spread?.note).toBe('Median 1 day; 28 orders over 3 days');
  });
});

describe('two people writing', () => {
  const put = (ask: Fetcher, { id, indicator, action }: Minute, revision: number, text: string): Promise<Response> =>
    ask(`/api/minutes/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision, indicator, text, author: 'Mara Voss', action }),
    });

  it.each(['review-meanwhile', 'review-clash'] as const)('%s: the first save finds nobody else’s', async (scenario) => {
    const ask = answering(scenario);
    const note = Review.parse(await json(ask, REVIEW)).minutes.find(({ kind }) => kind === 'note');
    if (note === undefined) throw new Error('no note');
    const refused = await put(ask, note, note.revision, `${note.text}\nMine.`);
    expect(refused.status).toBe(409);
    expect(ServiceError.parse(await refused.json())).toMatchObject({ code: 'conflict', at: 'revision' });
    const theirs = Review.parse(await json(ask, REVIEW)).minutes.find(({ id }) => id === note.id);
    expect(theirs).toMatchObject({ revision: note.revision + 1, changedBy: 'Ines Duarte' });
    const unchanged = note.text.split('\n').filter((line) => theirs?.text.split('\n').includes(line));
    expect(unchanged.length).toBe(scenario === 'review-clash' ? 0 : 2);
    const saved = await put(ask, note, note.revision + 1, 'Both.');
    expect(Minute.parse(await saved.json())).toMatchObject({ text: 'Both.', revision: note.revision + 2 });
  });
});

describe('other reviews', () => {
  it('a closed review forgets what was seen, or nothing was restated since', async () => {
    const closed = await review('review-restated');
    const now = readScorecard(await scorecardInput('review-restated', { week: WEEK }));
    const seen = frozenCard(closed);
    expect([shown(figure(seen, 'on-time')), shown(figure(now, 'on-time'))]).toEqual(['91.9', '91.4']);
    expect([shown(figure(seen, 'in-full')), shown(figure(now, 'in-full'))]).toEqual(['94.1', '93.8']);
    expect(shown(figure(seen, 'promise-kept'))).toBe(shown(figure(now, 'promise-kept')));
  });

  it('something happens in the quiet week', async () => {
    const { minutes, carried, previous } = await review('review-quiet');
    expect([minutes, carried, previous]).toEqual([[], [], null]);
    const card = readScorecard(await scorecardInput('review-quiet', { week: WEEK }));
    const loud = [...card.indicators.values()].filter(({ id, group }) => {
      const reading = card.reading(id);
      if (group === 'part' || id === 'silent-customers') return false;
      if (reading?.kind !== 'read' || reading.measure.state !== 'figure') return false;
      return reading.measure.signals.length > 0 || ['watch', 'act'].includes(reading.measure.status);
    });
    expect(loud.map(({ id }) => id)).toEqual([]);
  });
});
