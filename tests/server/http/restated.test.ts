import { expect, test } from 'vitest';
import { movedWeeks, type Change } from '../../../server/services/restated.ts';
import { addWeeks, layOutWeeks } from '../../../server/services/team-weeks.ts';

const change = (week: number, numerator: number, denominator: number, at: number, importId = at): Change => ({
  teamId: 'a',
  week,
  numerator,
  denominator,
  at,
  importId,
});

const SPAN = { from: 0, to: 9 };
const always = (): boolean => true;

test('several changes of a week add up, and the latest is named', () => {
  const changes = [change(3, 2, 0, 100), change(3, -1, 1, 200), change(4, 5, 5, 150)];
  expect(movedWeeks(changes, 'sums', SPAN, always)).toEqual([
    { week: 3, numerator: 1, denominator: 1, at: 200, importId: 200 },
    { week: 4, numerator: 5, denominator: 5, at: 150, importId: 150 },
  ]);
});

test('a week that was moved and moved back is not restated', () => {
  expect(movedWeeks([change(3, 2, 1, 100), change(3, -2, -1, 200)], 'sums', SPAN, always)).toEqual([]);
});

test('changes outside of the range are not told', () => {
  expect(movedWeeks([change(3, 1, 0, 1), change(8, 1, 0, 1)], 'sums', { from: 4, to: 7 }, always)).toEqual([]);
});

test('a flow that changes moves every later level that was final then, and none that was not', () => {
  const finalUntil = (week: number, at: number): boolean => week <= at / 100;
  const moved = movedWeeks([change(2, 3, 0, 500), change(4, -1, 0, 600)], 'flows', SPAN, finalUntil);
  expect(moved.map(({ week, numerator }) => [week, numerator])).toEqual([
    [2, 3],
    [3, 3],
    [4, 2],
    [5, 2],
    [6, -1],
  ]);
});

test('a flow that changed before the range still moves its levels', () => {
  const moved = movedWeeks([change(-5, 3, 1, 500)], 'flows', { from: 7, to: 8 }, always);
  expect(moved.map(({ week, numerator, denominator }) => [week, numerator, denominator])).toEqual([
    [7, 3, 1],
    [8, 3, 1],
  ]);
});

const read = (
  rows: ReadonlyArray<readonly [week: number, numerator: number, denominator: number]>,
  stored: 'sums' | 'flows',
) => {
  const team = layOutWeeks(
    rows.map(([week, numerator, denominator]) => ({ week, numerator, denominator })),
    stored,
  );
  const numerators = new Float64Array(8);
  const denominators = new Float64Array(8);
  addWeeks(team, 2, numerators, denominators);
  return { numerators: [...numerators], denominators: [...denominators] };
};

test('flows are added up from the first week, also where the range begins later, and the last level goes on', () => {
  const flows = [
    [0, 5, 10],
    [1, -1, 2],
    [4, 3, -2],
    [6, -7, 0],
  ] as const;
  expect(read(flows, 'flows')).toEqual({
    numerators: [4, 4, 7, 7, 0, 0, 0, 0],
    denominators: [12, 12, 10, 10, 10, 10, 10, 10],
  });
});

test('sums stand in their weeks alone', () => {
  const sums = [
    [1, 9, 9],
    [3, 1, 2],
    [30, 9, 9],
  ] as const;
  expect(read(sums, 'sums')).toEqual({ numerators: [0, 1, 0, 0, 0, 0, 0, 0], denominators: [0, 2, 0, 0, 0, 0, 0, 0] });
  expect(read([], 'sums').numerators).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(read([[0, 3, 3]], 'flows').numerators).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
});
