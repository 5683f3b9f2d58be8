import { Component, type Improvement } from '../../src/contract/improvements.ts';
import type { Team } from '../../src/contract/teams.ts';
import type { GoalHistory } from '../fixtures/goal-history.ts';
import { importedGoal } from '../fixtures/goal-seeds.ts';
import type { CsvRow } from './csv.ts';

/** A cell; null where it is empty or its column is not there. */
const cell = ({ cells }: CsvRow, column: string): string | null => {
  const text = cells.get(column) ?? '';
  return text === '' ? null : text;
};

export function teamOf(row: CsvRow): Team {
  return {
    id: cell(row, 'team_id') ?? '',
    name: cell(row, 'name') ?? '',
    parent: cell(row, 'parent_team_id'),
    lead: cell(row, 'lead'),
  };
}

/** A goal as its file gives it. A baseline without its week is no place to start from. */
export function goalOfRow(row: CsvRow): GoalHistory {
  const [indicator, from] = [cell(row, 'indicator_id') ?? '', cell(row, 'from') ?? ''];
  const team = cell(row, 'team_id');
  const [baseline, week] = [cell(row, 'baseline'), cell(row, 'baseline_week')];
  return importedGoal(cell(row, 'goal_id') ?? [indicator, team ?? '', from].join('/'), {
    ...{ indicator, team, from, target: Number(cell(row, 'target')), due: cell(row, 'due') ?? '' },
    baseline: baseline === null || week === null ? null : { week, value: Number(baseline) },
    owner: cell(row, 'owner'),
  });
}

export function improvementOfRow(row: CsvRow): Improvement {
  const component = Component.safeParse(cell(row, 'component'));
  return {
    id: cell(row, 'improvement_id') ?? '',
    title: cell(row, 'title') ?? '',
    owner: cell(row, 'owner'),
    component: component.success ? component.data : null,
    cause: cell(row, 'cause_id'),
    indicator: cell(row, 'indicator_id'),
    team: cell(row, 'team_id'),
    effective: cell(row, 'effective_at')?.slice(0, 10) ?? null,
    ...{ state: 'stands', origin: 'imported', revision: 0, changedBy: null, changedAt: null },
  };
}
