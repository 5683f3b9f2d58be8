import type { Catalogue } from '../../src/contract/catalogue.ts';
import { DIMENSIONS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import { parseIsoWeek, sundayOf } from '../../src/domain/week.ts';
import type { Dataset, OrganisationSeries, WeekSums } from '../fixtures/dataset.ts';
import { withWeeks } from '../fixtures/edits.ts';
import type { CsvRow } from './csv.ts';
import { goalOfRow, improvementOfRow, teamOf } from './imported-rows.ts';

type Own = Catalogue['own'][number];

const oneOf = <T extends string>(text: string | undefined, known: readonly T[], otherwise: T): T =>
  known.find((value) => value === text) ?? otherwise;

const numberOf = (row: CsvRow, column: string): number => Number(row.cells.get(column) ?? '');

function ownIndicator(row: CsvRow): Own {
  const text = (column: string): string => row.cells.get(column) ?? '';
  const marked = ['floor', 'pass', 'delight'].every((column) => text(column) !== '');
  return {
    id: text('indicator_id'),
    name: text('name'),
    dimension: oneOf(text('dimension'), DIMENSIONS, 'quality'),
    unit: oneOf(text('unit'), ['percent', 'per-1000', 'ratio', 'count'], 'percent'),
    better: oneOf(text('better'), ['higher', 'lower', 'none'], 'none'),
    decimals: text('decimals') === '' ? 1 : numberOf(row, 'decimals'),
    marks: marked
      ? { floor: numberOf(row, 'floor'), pass: numberOf(row, 'pass'), delight: numberOf(row, 'delight') }
      : null,
    lagDays: text('lag_days') === '' ? 0 : numberOf(row, 'lag_days'),
    definition: text('definition'),
  };
}

function withObservation(dataset: Dataset, row: CsvRow): Dataset {
  const indicator = row.cells.get('indicator_id') ?? '';
  const week = parseIsoWeek(row.cells.get('week') ?? '');
  if (week === null) return dataset;
  const index = week - dataset.firstWeek;
  if (index < 0 || index > 400) return dataset;
  const known = dataset.series.find((series) => series.indicator === indicator);
  const weeks: WeekSums[] = [...(known?.weeks ?? [])];
  while (weeks.length <= index) weeks.push(null);
  const before = weeks[index] ?? { numerator: 0, denominator: 0 };
  weeks[index] = {
    numerator: before.numerator + numberOf(row, 'numerator'),
    denominator: before.denominator + numberOf(row, 'denominator'),
  };
  const coveredTo = Math.max(known?.coveredTo ?? 0, sundayOf(week));
  const series: OrganisationSeries = { indicator, weeks, coveredTo };
  return { ...dataset, series: [...dataset.series.filter((other) => other !== known), series] };
}

/** How many orders, lines or claims more the latest whole week has for every new row of a kind; all of them kept. */
const MORE: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  orders: ['orders-due', 'promise-kept', 'price-as-promised'],
  order_lines: ['orders-due', 'promise-kept', 'on-time', 'in-full', 'right-first-time'],
  claims: ['claims-opened', 'open-claims'],
};

/** The dataset after so many new rows of a kind; observations, own indicators, teams, goals and improvements are taken as they are. */
export function applyRows(dataset: Dataset, kind: RecordKind, rows: readonly CsvRow[]): Dataset {
  if (kind === 'observations') return rows.reduce(withObservation, dataset);
  if (kind === 'indicators') return { ...dataset, own: [...dataset.own, ...rows.map(ownIndicator)] };
  if (kind === 'teams') return { ...dataset, teams: [...dataset.teams, ...rows.map(teamOf)] };
  if (kind === 'goals') return { ...dataset, goals: [...dataset.goals, ...rows.map(goalOfRow)] };
  if (kind === 'improvements')
    return { ...dataset, improvements: [...dataset.improvements, ...rows.map(improvementOfRow)] };
  const moved = new Set(MORE[kind] ?? []);
  return withWeeks((sums, week, indicator) => {
    if (sums === null || week !== dataset.lastWholeWeek || !moved.has(indicator)) return sums;
    return {
      numerator: sums.numerator + rows.length,
      denominator: sums.denominator === 0 ? 0 : sums.denominator + rows.length,
    };
  })(dataset);
}
