import { describe, expect, it } from 'vitest';
import { indicatorById } from '../../../src/domain/catalogue.ts';
import { dueWeek, goalProblems, type GoalDraft } from '../../../src/domain/goal.ts';
import type { GoalRow } from '../../../server/sample/row-types.ts';
import { collect, kept, PLANTED } from './collect-sample.ts';

const rows = collect(kept());
const goals = [...rows.goals.values()];
const { recovery, training, weeks } = PLANTED;

const draftOf = (row: GoalRow): GoalDraft => ({
  indicator: row.indicator_id,
  team: row.team_id,
  baseline:
    row.baseline === null || row.baseline_week === null ? null : { week: row.baseline_week, value: row.baseline },
  target: row.target,
  from: row.from_week,
  due: row.due_day,
  owner: row.owner,
  milestones: [],
});

/** Share of hits over the weeks from `from` to `to`. */
const shareOf = <T>(
  items: Iterable<T>,
  of: (item: T) => { readonly week: number | null; readonly value: number | null } | null,
  from: number,
  to: number,
): number => {
  let sum = 0;
  let count = 0;
  for (const item of items) {
    const { week, value } = of(item) ?? { week: null, value: null };
    if (week === null || value === null || week < from || week > to) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
};

describe('goals of the sample company', { timeout: 60_000 }, () => {
  it('are goals that a person could have set: each names where it starts, its date and its owner', () => {
    expect(goals.length).toBeGreaterThan(30);
    const problems = goals.map((row) => [
      row.goal_id,
      goalProblems(draftOf(row), indicatorById(row.indicator_id) ?? null, null).map(({ at }) => at),
    ]);
    expect(problems).toEqual(goals.map(({ goal_id }) => [goal_id, []]));
  });

  it('are one for each indicator and team, of teams that exist and lead somewhere', () => {
    const pairs = goals.map(({ indicator_id, team_id }) => JSON.stringify([indicator_id, team_id]));
    expect(new Set(pairs).size).toBe(pairs.length);
    const teams = new Set(goals.map(({ team_id }) => team_id));
    expect([...teams].filter((team) => team !== null && !rows.teams.has(team))).toEqual([]);
    expect(teams.size).toBeGreaterThan(6);
    for (const { lead } of rows.teams.values()) expect(lead).not.toBeNull();
    for (const row of goals) expect(dueWeek({ due: row.due_day })).toBeGreaterThan(weeks.to);
  });

  it('start near where the figures were: in full of the team that recovers', () => {
    const inFull = (from: number, to: number): number =>
      100 *
      shareOf(
        rows.order_lines.values(),
        (line) => {
          const order = rows.orders.get(line.order_id);
          if (order?.team_id !== recovery.teamId || order.cancelled_at !== null) return null;
          return { week: line.promised_week, value: (line.quantity_accepted ?? 0) >= line.quantity_ordered ? 1 : 0 };
        },
        from,
        to,
      );
    const goal = rows.goals.get(`goal-${recovery.teamId}-in-full`);
    const [before, worst, now] = [
      inFull(recovery.weeks.from - 52, recovery.weeks.from - 1),
      inFull(recovery.weeks.from, recovery.weeks.from + 5),
      inFull(weeks.to - 5, weeks.to),
    ];
    expect(before - worst).toBeGreaterThan(1.5);
    expect(now - worst).toBeGreaterThan(2.5);
    expect(Math.abs((goal?.baseline ?? 0) - worst)).toBeLessThan(1);
    expect(now).toBeLessThan(goal?.target ?? 0);
  });
});

describe('improvements of the sample company', { timeout: 60_000 }, () => {
  it('name causes and teams that exist, and indicators; two are old enough to say whether they worked, one is an idea', () => {
    const all = [...rows.improvements.values()];
    for (const { cause_id, team_id, indicator_id, component } of all) {
      expect([cause_id, rows.causes.has(cause_id ?? '')]).toEqual([cause_id, true]);
      expect([team_id, team_id === null || rows.teams.has(team_id)]).toEqual([team_id, true]);
      expect([indicator_id, indicatorById(indicator_id ?? '')?.origin, component === null]).toEqual([
        ...[indicator_id, 'computed', false],
      ]);
    }
    const ages = all.map(({ effective_day: day }) => (day === null ? null : weeks.to - Math.floor((day + 3) / 7)));
    expect(ages.filter((age) => age === null)).toHaveLength(1);
    expect(ages.filter((age) => age !== null && age >= 26).length).toBeGreaterThanOrEqual(2);
    expect(ages.filter((age) => age !== null && age < 12).length).toBeGreaterThanOrEqual(1);
  });

  it('work where they are planted: the trained team is graded higher, the others are not', () => {
    const compliance = (teamIds: readonly string[], from: number, to: number): number =>
      shareOf(
        rows.evaluations.values(),
        (row) => (teamIds.includes(row.team_id) ? { week: row.answered_week, value: row.compliance } : null),
        from,
        to,
      );
    const gain = (teamIds: readonly string[]): number =>
      compliance(teamIds, training.week + 1, weeks.to) - compliance(teamIds, training.week - 30, training.week - 1);
    expect(gain([training.teamId])).toBeGreaterThan(0.6 * training.addedCompliance);
    expect(gain([training.teamId])).toBeLessThan(1.4 * training.addedCompliance);
    expect(Math.abs(gain(['depot-south', 'depot-north', 'depot-hills']))).toBeLessThan(0.012);
  });
});
