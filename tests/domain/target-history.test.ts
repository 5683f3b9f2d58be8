import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { targetHistory } from '../../src/domain/target-history.ts';
import { targetInForce, type Target } from '../../src/domain/target.ts';

function target(from: number, value: number, team: string | null = null): Target {
  return { indicator: 'on-time', team, from, value };
}

describe('history of targets', () => {
  test('each holds until the next', () => {
    expect(targetHistory([target(10, 95), target(0, 94)], 'on-time', [])).toEqual([
      { from: 0, to: 9, value: 94, team: null },
      { from: 10, to: null, value: 95, team: null },
    ]);
  });

  test('a target set anew to the same value is one', () => {
    expect(targetHistory([target(0, 94), target(10, 94)], 'on-time', [])).toEqual([
      { from: 0, to: null, value: 94, team: null },
    ]);
  });

  test('a team’s own outranks the organisation’s from its first week; those of other teams and indicators are none', () => {
    const all = [
      target(0, 94),
      target(5, 90, 'north'),
      target(7, 80, 'south'),
      { ...target(2, 1), indicator: 'in-full' },
    ];
    expect(targetHistory(all, 'on-time', ['north'])).toEqual([
      { from: 0, to: 4, value: 94, team: null },
      { from: 5, to: null, value: 90, team: 'north' },
    ]);
  });

  test('in every week it names the target that the week is judged by', () => {
    const any = fc.array(
      fc
        .tuple(fc.nat(30), fc.integer({ min: 90, max: 93 }), fc.constantFrom(null, 'north', 'west', 'other'))
        .map(([from, value, team]) => target(from, value, team)),
    );
    fc.assert(
      fc.property(any, fc.constantFrom([], ['north'], ['north', 'west']), (targets, lineage) => {
        const unique = targets.filter(
          (each, index) => targets.findIndex((other) => other.from === each.from && other.team === each.team) === index,
        );
        const eras = targetHistory(unique, 'on-time', lineage);
        for (let at = 0; at < 35; at += 1) {
          const era = eras.find(({ from, to }) => from <= at && (to === null || to >= at));
          expect(era?.value ?? null).toBe(targetInForce(unique, 'on-time', lineage, at)?.value ?? null);
        }
      }),
    );
  });
});

describe('a target whose goal was ended', () => {
  const ended = { ...target(5, 90, 'north'), to: 8 };

  test('holds on, or lets the organisation’s hold too soon', () => {
    expect(targetHistory([target(0, 94), ended], 'on-time', ['north'])).toEqual([
      { from: 0, to: 4, value: 94, team: null },
      { from: 5, to: 8, value: 90, team: 'north' },
      { from: 9, to: null, value: 94, team: null },
    ]);
  });

  test('brings the one before it back', () => {
    const before = target(0, 80, 'north');
    expect(targetInForce([before, ended], 'on-time', ['north'], 9)).toBeNull();
    expect(targetInForce([before, ended], 'on-time', ['north'], 8)?.value).toBe(90);
  });
});
