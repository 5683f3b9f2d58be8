import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeRecords } from '../../server/records/write-records.ts';
import { getObservations } from '../../server/services/get-observations.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { RECORD_KINDS } from '../../src/domain/catalogue-types.ts';
import { mondayOf, sundayOf } from '../../src/domain/week.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { emptyDatabase } from './support/dump.ts';
import { world } from './support/random-worlds.ts';
import { contextOn } from './support/service.ts';
import { importOf, NOW, week } from './support/world.ts';

const TEAMS = ['a', 'b', 'c'] as const;
const SPAN = { from: week('2025-W40'), to: week('2026-W12') };
/** Every kind for every team: what is not covered alike has gaps of its own (`coverage.test.ts`), and is not the matter here. */
const ALL = {
  how: 'listed',
  spans: RECORD_KINDS.map((kind) => ({
    ...{ kind, teamId: null, fromDay: mondayOf(SPAN.from), toDay: sundayOf(SPAN.to) },
  })),
} as const;

/** Whom each team stands below; a team never stands below a later one, so that there is no loop. */
const parents = fc.tuple(
  fc.constantFrom('region', 'head', null),
  fc.constantFrom('a', 'region', 'head', null),
  fc.constantFrom('a', 'b', 'region', 'head', null),
);

type Sums = { readonly numerators: readonly number[]; readonly denominators: readonly number[] };

const NOTHING = Array.from({ length: SPAN.to - SPAN.from + 1 }, () => 0);

eachDatabase((name, open) => {
  test('a team differs from the sum of the teams below it, in whatever hierarchy', async () => {
    const { db } = await open();
    await fc.assert(
      fc.asyncProperty(world, parents, async (records, [ofA, ofB, ofC]) => {
        await emptyDatabase(db);
        const teams = [
          { team_id: 'head', name: 'head' },
          { team_id: 'region', name: 'region', parent_team_id: 'head' },
          ...[ofA, ofB, ofC].map((parent, at) => ({
            team_id: TEAMS[at] ?? '',
            name: TEAMS[at] ?? '',
            parent_team_id: parent,
          })),
        ];
        await writeRecords(db, { ...importOf(1, { ...records, teams, observations: [] }), covers: ALL });
        const ctx = contextOn(db, () => NOW);
        const index = await ctx.data.index();
        const rolled = getObservations(ctx, index, { team: [], indicator: [], by: 'team' }, SPAN).series;
        const childrenOf = (id: string): readonly string[] =>
          teams.filter((team) => 'parent_team_id' in team && team.parent_team_id === id).map((team) => team.team_id);
        for (const { id: indicator, numeratorScale } of computedIndicators) {
          const of = (team: string): Sums => {
            const found = rolled.find((one) => one.indicator === indicator && one.team === team);
            const plain = (column: ReadonlyArray<number | null> = NOTHING): readonly number[] =>
              column.map((value) => value ?? 0);
            const whole = (value: number): number => Math.round(value * numeratorScale);
            return { numerators: plain(found?.numerators).map(whole), denominators: plain(found?.denominators) };
          };
          /* No records name these two: all that they have is of the teams below them. */
          for (const id of ['head', 'region']) {
            const below = childrenOf(id).map(of);
            const sum = (column: keyof Sums): readonly number[] =>
              NOTHING.map((_, at) => below.reduce((total, one) => total + (one[column][at] ?? 0), 0));
            expect([indicator, id, of(id)]).toEqual([
              ...[indicator, id, { numerators: sum('numerators'), denominators: sum('denominators') }],
            ]);
          }
        }
      }),
      { numRuns: name === 'sqlite' ? 25 : 3, interruptAfterTimeLimit: 25_000 },
    );
  });
});
