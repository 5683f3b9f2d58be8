import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src/contract/catalogue.ts';
import { Annotation, Observations } from '../../src/contract/observations.ts';
import { Review, type Frozen } from '../../src/contract/reviews.ts';
import { Teams, type Team } from '../../src/contract/teams.ts';
import type { Measure } from '../../src/domain/measure-types.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import '../setup/node.ts';
import { askFor, health, importText, type Running } from './implementation.ts';
import { service } from './service-implementation.ts';
import { add, action, close, earlier, json, note, reviewPath } from './write-requests.ts';

const WEEK = '2026-W46';
const SCOPES: ReadonlyArray<{ readonly name: string; readonly teams: readonly string[] }> = [
  { name: 'the organisation', teams: [] },
  { name: 'a team with one below it', teams: ['north'] },
  { name: 'two teams', teams: ['north-city', 'south'] },
];

/** Twelve more orders of each team in week 46: fewer than ten cases show no figure. */
const MORE = ['north', 'north-city', 'south'].flatMap((team) =>
  Array.from({ length: 12 }, (_, at) => ({ id: `more-${team}-${at}`, team })),
);
const MORE_ORDERS = [
  'order_id,customer_id,team_id,ordered_at',
  ...MORE.map(({ id, team }, at) => `${id},c${at},${team},2026-11-09T09:00:00Z`),
  '',
].join('\n');
const MORE_LINES = [
  'line_id,order_id,product,quantity_ordered,quantity_accepted,promised_at,delivered_at',
  ...MORE.map(({ id }) => `${id},${id},hinge,10,10,2026-11-11,2026-11-11`),
  '',
].join('\n');

/** Lines of week 46 as they are told two weeks later: they were delivered on the day promised, now they were late, and one not whole. */
const LATE_LINES = [
  'line_id,order_id,product,quantity_ordered,quantity_accepted,list_price,net_price,promised_at,delivered_at,returned_at',
  'l432,o432,hinge,10,10,110.00,100.00,2026-11-11,2026-11-14,',
  'l433,o433,hinge,10,10,110.00,100.00,2026-11-11,2026-11-14,',
  'l434,o434,hinge,10,6,110.00,100.00,2026-11-11,2026-11-13,',
  'l435,o435,hinge,10,10,110.00,100.00,2026-11-11,2026-11-13,',
  '',
].join('\n');
const LATE_CLAIMS = [
  'claim_id,customer_id,order_id,team_id,cause_id,opened_at,acknowledge_by,acknowledged_at,resolve_by,resolved_at',
  'k-late,c1,o432,north,late-carrier,2026-11-12T08:00:00Z,2026-11-12T16:00:00Z,,2026-11-14T12:00:00Z,',
  '',
].join('\n');
const goals = (target: number): string =>
  ['goal_id,indicator_id,target,from,due,owner', `g1,on-time,${target},2026-W10,2026-12-31,Eva`, ''].join('\n');
const indicators = (definition: string): string =>
  [
    'indicator_id,name,dimension,unit,better,decimals,lag_days,definition',
    `keys-handed-over,Keys handed over,quality,percent,higher,1,0,${definition}`,
    '',
  ].join('\n');

type Read = Pick<Frozen, 'observations' | 'catalogue' | 'now'> & { readonly teams: readonly Team[] };

/** Everything that the page says about every indicator, by the one module that says it. */
const readingsOf = ({ observations, catalogue, teams, now }: Read): ReadonlyMap<string, Measure | null> => {
  const card = readScorecard({
    observations,
    catalogue,
    teams,
    health: { now, cadenceSeconds: 604_800, latestWeek: WEEK },
    fallbackNow: 0,
    week: WEEK,
    compare: 'previous-week',
  });
  return new Map(
    [...card.indicators.keys()].map((id) => {
      const reading = card.reading(id);
      return [id, reading?.kind === 'read' ? reading.measure : null];
    }),
  );
};

const valueOf = (readings: ReadonlyMap<string, Measure | null>, id: string): number | undefined => {
  const measure = readings.get(id);
  return measure?.state === 'figure' ? measure.value : undefined;
};

describe('a review that is opened again after the data has moved', () => {
  let running: Running;
  const seen = new Map<string, Read>();
  const closed = new Map<string, Review>();
  let annotation: Annotation;

  const present = async (teams: readonly string[]): Promise<Read> => {
    const scope = teams.map((team) => `team=${team}&`).join('');
    const range = `from=${earlier(WEEK, 208)}&to=${WEEK}`;
    return {
      observations: await askFor(running, Observations, `/api/observations?${scope}${range}`),
      catalogue: await askFor(running, Catalogue, '/api/catalogue'),
      teams: (await askFor(running, Teams, '/api/teams')).teams,
      now: (await health(running)).now,
    };
  };
  const again = async (teams: readonly string[]): Promise<Review> => askFor(running, Review, reviewPath(WEEK, teams));

  beforeAll(async () => {
    running = await service.start('records');
    await importText(running, MORE_ORDERS, { kind: 'orders', strict: 'true' });
    await importText(running, MORE_LINES, { kind: 'order_lines', strict: 'true' });
    await importText(running, goals(94), { kind: 'goals' });
    await importText(running, indicators('Keys handed over at the door.'), { kind: 'indicators' });
    const wanted = { date: '2026-10-05', text: 'New carrier', indicator: 'on-time', team: null, kind: 'change' };
    const body = json('POST', { ...wanted, author: 'Ana Ruiz', reason: 'Agreed with the carrier' });
    annotation = await askFor(running, Annotation, '/api/annotations', body, 201);
    for (const { name, teams } of SCOPES) {
      await add(running, earlier(WEEK, 1), action(), teams);
      await add(running, WEEK, note({ indicator: 'on-time' }), teams);
      seen.set(name, await present(teams));
      closed.set(name, await close(running, WEEK, (await health(running)).dataVersion, teams));
    }
    /* Late rows, another target, another definition, another name of a team, a withdrawn change. */
    await importText(running, LATE_LINES, { kind: 'order_lines', strict: 'true' });
    await importText(running, LATE_CLAIMS, { kind: 'claims', strict: 'true' });
    await importText(running, goals(99), { kind: 'goals' });
    await importText(running, indicators('Something else.'), { kind: 'indicators' });
    await importText(running, 'team_id,name,parent_team_id\nnorth,Northern,\n', { kind: 'teams' });
    const withdrawal = json('POST', { author: 'Tom', reason: 'It was the weather' });
    await (await running.ask(`/api/annotations/${annotation.id}/withdrawal`, withdrawal)).text();
  });
  afterAll(() => running.stop());

  test.each(SCOPES)('$name: what is kept is other than what was seen, byte for byte', async ({ name, teams }) => {
    const frozen = (await again(teams)).frozen;
    expect(frozen).not.toBeNull();
    expect(JSON.stringify(frozen)).toBe(JSON.stringify(closed.get(name)?.frozen));
    expect(JSON.stringify(frozen?.observations)).toBe(JSON.stringify(seen.get(name)?.observations));
    expect(JSON.stringify(frozen?.catalogue)).toBe(JSON.stringify(seen.get(name)?.catalogue));
    expect(frozen?.observations.targets).toContainEqual({
      indicator: 'on-time',
      team: null,
      from: '2026-W10',
      value: 94,
      owner: 'Eva',
    });
    expect(frozen?.observations.annotations).toContainEqual(annotation);
    expect(frozen?.definitions.find(({ id }) => id === 'keys-handed-over')?.definition).toBe(
      'Keys handed over at the door.',
    );
    expect(frozen?.teams.find(({ id }) => id === 'north')?.name).toBe('North');
    expect([frozen?.minutes.length, frozen?.carried.length]).toEqual([1, 1]);
  });

  test.each(SCOPES)('$name: what the page says of it has changed', async ({ name, teams }) => {
    const then = seen.get(name);
    const { frozen } = await again(teams);
    if (then === undefined || frozen === null) throw new Error('nothing was kept');
    const kept = readingsOf(frozen);
    expect(kept.get('on-time')).toMatchObject({ state: 'figure', target: { value: 94 } });
    expect([...kept.values()].filter((measure) => measure?.state === 'figure').length).toBeGreaterThan(10);
    expect(kept).toEqual(readingsOf(then));
  });

  test.each(SCOPES)(
    '$name: the figures of today are those of then, or nothing says what they were',
    async ({ teams }) => {
      const { frozen } = await again(teams);
      if (frozen === null) throw new Error('nothing was kept');
      const now = await present(teams);
      const [kept, today] = [readingsOf(frozen), readingsOf(now)];
      expect(valueOf(today, 'on-time')).toBeLessThan(valueOf(kept, 'on-time') ?? 0);
      expect(today.get('on-time')).toMatchObject({ target: { value: 99 } });
      const restated = now.observations.restatements.find(
        ({ indicator, week }) => indicator === 'on-time' && week === WEEK,
      );
      const closedAt = (await again(teams)).closed?.at ?? '';
      expect(restated && restated.at > closedAt).toBe(true);
      expect(frozen.observations.restatements.filter(({ at }) => at > closedAt)).toEqual([]);
    },
  );

  test('a review that cannot be opened any more when every import was undone', async () => {
    const { imports } = (await (await running.ask('/api/imports')).json()) as {
      readonly imports: ReadonlyArray<{ readonly id: number }>;
    };
    for (const { id } of imports) await (await running.ask(`/api/imports/${id}`, { method: 'DELETE' })).text();
    expect((await health(running)).latestWeek).toBeNull();
    for (const { name, teams } of SCOPES) {
      const { frozen, minutes } = await again(teams);
      expect(JSON.stringify(frozen)).toBe(JSON.stringify(closed.get(name)?.frozen));
      expect(minutes).toHaveLength(1);
    }
  });
});
