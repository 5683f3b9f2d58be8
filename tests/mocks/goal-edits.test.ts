import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/contract/errors.ts';
import { Goal, Goals, type GoalWords } from '../../src/contract/goals.ts';
import { Improvements } from '../../src/contract/improvements.ts';
import { impactOf, type Impact } from '../../src/domain/impact.ts';
import { parseIsoDate, weekOfDay } from '../../src/domain/week.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { answering, scorecardInput } from '../features/scorecard/answers.ts';

type Asked = ReturnType<typeof answering>;
const json = async (ask: Asked, path: string): Promise<unknown> => (await ask(path, {})).json();

describe('two people changing a goal', () => {
  const put = async (ask: Asked, { id, revision }: Goal, change: GoalWords): Promise<Response> =>
    ask(`/api/goals/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision, author: 'Mara Voss', reason: null, words: change }),
    });
  const wordsOf = ({ indicator, team, baseline, target, from, due, owner, milestones }: Goal): GoalWords => ({
    ...{ indicator, team, baseline, target, from, due, owner, milestones },
  });
  const FIELDS = ['baseline', 'target', 'due', 'owner', 'milestones'] as const;

  it.each([
    { scenario: 'goals-meanwhile', changed: ['owner'] },
    { scenario: 'goals-clash', changed: ['baseline', 'target', 'due', 'owner', 'milestones'] },
  ] as const)('$scenario: the first save finds nobody else’s', async ({ scenario, changed }) => {
    const ask = answering(scenario);
    const read = async (): Promise<Goal | undefined> =>
      Goals.parse(await json(ask, '/api/goals')).goals.find(({ id }) => id === 'g-north-in-full');
    const mine = await read();
    if (mine === undefined) throw new Error('no goal');
    const refused = await put(ask, mine, { ...wordsOf(mine), due: '2027-02-28' });
    expect(refused.status).toBe(409);
    expect(ServiceError.parse(await refused.json())).toMatchObject({ code: 'conflict', at: 'revision' });
    const theirs = await read();
    if (theirs === undefined) throw new Error('no goal any more');
    expect(theirs).toMatchObject({ revision: mine.revision + 1, changedBy: 'Ines Duarte' });
    const differs = FIELDS.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]));
    expect(differs).toEqual(changed);
    const saved = await put(ask, theirs, { ...wordsOf(theirs), due: '2027-02-28' });
    expect(Goal.parse(await saved.json())).toMatchObject({ due: '2027-02-28', revision: theirs.revision + 1 });
  });
});

describe('improvements of the pictures', () => {
  async function impact(id: string): Promise<Impact | null> {
    const { improvements } = Improvements.parse(await json(answering('design'), '/api/improvements'));
    const improvement = improvements.find((each) => each.id === id);
    const effective = parseIsoDate(improvement?.effective ?? '');
    if (improvement === undefined || effective === null) return null;
    const reading = readScorecard(
      await scorecardInput('design', { teams: improvement.team === null ? [] : [improvement.team] }),
    ).reading(improvement.indicator ?? '');
    if (reading?.kind !== 'read' || reading.measure.state === 'no-data') throw new Error(`${id} moves nothing`);
    const { indicator, analysis } = reading.measure;
    return impactOf({ indicator, values: analysis.values, from: analysis.from, effective: weekOfDay(effective) });
  }

  it('none worked, none is too young to say, none is a mere idea, or none was imported', async () => {
    expect(await impact('wave-picking')).toMatchObject({ kind: 'given', verdict: 'worked' });
    expect(await impact('cut-off-15')).toMatchObject({ kind: 'declined', reason: 'after' });
    expect(await impact('second-carrier')).toBeNull();
    const { improvements } = Improvements.parse(await json(answering('design'), '/api/improvements'));
    expect(improvements.filter(({ origin }) => origin === 'imported').map(({ id }) => id)).toEqual(['reminder']);
  });
});
