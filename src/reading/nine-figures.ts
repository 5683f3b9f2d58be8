import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import type { Change } from '../domain/measure-types.ts';
import { nineFigures, type NineFigures, type NinePeriod } from '../domain/nine-figures.ts';
import type { PeriodFigure } from '../domain/period.ts';
import { reasonWords } from '../domain/sentence.ts';
import { isoWeekParts, type WeekNumber } from '../domain/week.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';

export type NineCell =
  | { readonly kind: 'figure'; readonly text: string; readonly look: 'strong' | 'plain' }
  /** Nothing belongs here. */
  | { readonly kind: 'blank' }
  /** A figure belongs here and cannot be given: why, in words. */
  | { readonly kind: 'none'; readonly reason: string };

export type NineColumn = {
  readonly id: 'last-week' | 'wow' | 'yoy' | 'mtd' | 'qtd' | 'ytd';
  /** "WoW, pp". */
  readonly header: string;
  /** "Week on week, in percentage points". */
  readonly words: string;
};

export type NineRow = {
  readonly id: 'now' | 'last-year' | 'change' | 'gap';
  readonly header: string;
  /** One for each column. */
  readonly cells: readonly NineCell[];
};

/** The table of the nine figures as it is read; figures without units, which stand in the headers. */
export type NineModel = {
  readonly caption: string;
  readonly columns: readonly NineColumn[];
  readonly rows: readonly NineRow[];
  /** Every reason once, with the figures that it keeps away: "YTD: week 14 has no data". */
  readonly notes: readonly string[];
};

type Read = Extract<Reading, { kind: 'read' }>;

const BLANK: NineCell = { kind: 'blank' };

/** The figures themselves, for who needs numbers and not words. */
export function nineFiguresOf(card: Scorecard, { indicator, series, measure }: Read): NineFigures {
  return nineFigures({
    indicator,
    series,
    week: measure.week,
    target: measure.target,
    fiscalYearStartMonth: card.catalogue.organisation.fiscalYearStartMonth,
  });
}

export function nineFiguresModel(card: Scorecard, reading: Read, formats: Formats): NineModel {
  const { indicator } = reading;
  const nine = nineFiguresOf(card, reading);
  const columns = columnsOf(indicator);
  const said: Said = { indicator, week: nine.week, formats };
  const { lastWeek, weekOnWeek, yearOnYear, toDate, target } = nine;
  const periods: readonly NinePeriod[] = [toDate.month, toDate.quarter, toDate.year];
  const unit = unitWords(indicator);
  const rows: NineRow[] = [
    {
      id: 'now',
      header: indicator.name + unit,
      cells: [
        strong(figureCell(said, lastWeek.now)),
        changeCell(said, weekOnWeek.now),
        changeCell(said, yearOnYear.now),
        ...periods.map((period) => figureCell(said, period.now)),
      ],
    },
    {
      id: 'last-year',
      header: `Last year${unit}`,
      cells: [
        figureCell(said, lastWeek.before),
        changeCell(said, weekOnWeek.before),
        changeCell(said, yearOnYear.before),
        ...periods.map((period) => figureCell(said, period.before)),
      ],
    },
    {
      id: 'change',
      header: `Against last year${changeUnitWords(indicator)}`,
      cells: [
        changeCell(said, lastWeek.change),
        BLANK,
        BLANK,
        ...periods.map((period) => periodChangeCell(said, period)),
      ],
    },
  ];
  if (target !== null) {
    rows.push({
      id: 'gap',
      header: `Against target ${formats.target({ ...indicator, better: 'none' }, target.value)}${gapUnitWords(indicator)}`,
      cells: [strong(gapCell(said, lastWeek)), BLANK, BLANK, ...periods.map((period) => gapCell(said, period))],
    });
  }
  return {
    caption: `${indicator.name}: last week, its changes, and month, quarter and year to date, to ${formats.week(nine.week)}`,
    columns,
    rows,
    notes: notesOf(columns, rows),
  };
}

function columnsOf(indicator: Indicator): readonly NineColumn[] {
  const unit = changeUnitWords(indicator);
  const said =
    indicator.unit === 'percent' ? ', in percentage points' : indicator.unit === 'count' ? ', in percent' : '';
  return [
    { id: 'last-week', header: 'Last week', words: 'Last week' },
    { id: 'wow', header: `WoW${unit}`, words: `Week on week${said}` },
    { id: 'yoy', header: `YoY${unit}`, words: `Year on year${said}` },
    { id: 'mtd', header: 'MTD', words: 'Month to date' },
    { id: 'qtd', header: 'QTD', words: 'Quarter to date' },
    { id: 'ytd', header: 'YTD', words: 'Year to date' },
  ];
}

function unitWords(indicator: Indicator): string {
  return indicator.unit === 'percent' ? ', %' : '';
}

function changeUnitWords(indicator: Indicator): string {
  return indicator.unit === 'percent' ? ', pp' : indicator.unit === 'count' ? ', %' : '';
}

function gapUnitWords(indicator: Indicator): string {
  return indicator.unit === 'percent' ? ', pp' : '';
}

function strong(cell: NineCell): NineCell {
  return cell.kind === 'figure' ? { ...cell, look: 'strong' } : cell;
}

/** What words about the figures need. */
type Said = { readonly indicator: Indicator; readonly week: WeekNumber; readonly formats: Formats };

function figureCell(said: Said, figure: PeriodFigure): NineCell {
  if (figure.kind === 'not-given') return { kind: 'none', reason: refusal(said, figure) };
  return { kind: 'figure', text: said.formats.figureParts(said.indicator, figure.value).number, look: 'plain' };
}

function changeCell(said: Said, change: Change): NineCell {
  if (change.kind === 'not-given') {
    return { kind: 'none', reason: reasonWords(change.reason, weekName(said, change.against)) };
  }
  return signedCell(said, change.difference, change.unit === 'percent' ? 1 : said.indicator.decimals);
}

/** Of a period: its reason names the week that is missing on either side. */
function periodChangeCell(said: Said, { now, before, change }: NinePeriod): NineCell {
  if (change.kind === 'given') return changeCell(said, change);
  if (now.kind === 'not-given') return { kind: 'none', reason: refusal(said, now) };
  if (before.kind === 'not-given') return { kind: 'none', reason: refusal(said, before) };
  return { kind: 'none', reason: reasonWords(change.reason, 'the year before') };
}

function gapCell(said: Said, { gap }: NinePeriod): NineCell {
  switch (gap.kind) {
    case 'given':
      return signedCell(said, gap.gap, said.indicator.decimals);
    case 'no-figure':
      return { kind: 'none', reason: refusal(said, gap.figure) };
    case 'not-given':
      return gap.reason === 'no-target'
        ? BLANK
        : { kind: 'none', reason: 'the target is that of one week, and weeks are added up here' };
  }
}

function signedCell({ formats }: Said, value: number, decimals: number): NineCell {
  const shown = { unit: 'ratio' as const, decimals, signed: true, suffix: '' };
  return { kind: 'figure', text: formats.difference(shown, value), look: 'plain' };
}

function refusal(said: Said, { reason, week, period }: Extract<PeriodFigure, { kind: 'not-given' }>): string {
  if (week !== null) return reasonWords(reason, weekName(said, week));
  return reasonWords(reason, period.from === period.to ? weekName(said, period.to) : 'the period');
}

/** "week 14", with its year where that is not the year in view. */
function weekName({ formats, week: shown }: Said, week: WeekNumber): string {
  const { year } = isoWeekParts(week);
  const name = formats.weekName(week);
  return year === isoWeekParts(shown).year ? name : `${name} of ${year}`;
}

/** What is only a consequence of a figure that is missing already, as its distance from the target, is not told twice. */
function notesOf(columns: readonly NineColumn[], rows: readonly NineRow[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const row of rows) {
    const first = row.id === 'now' || row.id === 'last-year';
    for (const [index, cell] of row.cells.entries()) {
      const column = columns[index];
      if (cell.kind !== 'none' || column === undefined) continue;
      const known = places.get(cell.reason) ?? [];
      if (!first && known.length > 0) continue;
      const name = column.header.split(',')[0] ?? '';
      places.set(cell.reason, [...known, name + NOTE_ENDS[row.id]]);
    }
  }
  return [...places].map(([reason, names]) => `No figure for ${names.join(', ')}: ${reason}.`);
}

const NOTE_ENDS: Readonly<Record<NineRow['id'], string>> = {
  now: '',
  'last-year': ' last year',
  change: ' against last year',
  gap: ' against target',
};
