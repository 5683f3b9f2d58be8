import type { Indicator, IndicatorGroup } from '../src/domain/catalogue-types.ts';
import { INDICATORS } from '../src/domain/catalogue.ts';

const GROUPS: ReadonlyArray<readonly [IndicatorGroup, string]> = [
  ['headline', 'Promise kept'],
  ['quality', 'Quality'],
  ['quantity', 'Quantity'],
  ['opportunity', 'Opportunity (timeliness)'],
  ['price', 'Price'],
  ['retention', 'Retention'],
  ['claims', 'Claims'],
  ['feedback', 'Feedback'],
  ['staff', 'Staff'],
  ['context', 'Context'],
  ['part', 'Parts of other figures'],
];

const UNITS: Readonly<Record<Indicator['unit'], string>> = {
  percent: '%',
  'per-1000': 'per 1,000',
  ratio: 'ratio',
  count: 'count',
};

const BETTER: Readonly<Record<Indicator['better'], string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  none: 'no direction',
};

const HEAD = `# Indicators

Generated from \`src/domain/catalogue.ts\` by \`npm run docs:indicators\`; a test fails when it is not current. Do not edit.

An indicator is a ratio of two sums per team and ISO week. Every roll-up, over teams or weeks, is Σ numerator / Σ denominator; a ratio is never averaged. Stocks and look-backs (marked *at the week's end*) stand at their last week instead of being summed over weeks.
*Lag* is the number of days after a week's end before its figure counts. *Marks* are the values that earn the grades 0, 6 and 10. *Planned* indicators are not computed yet and are shown nowhere.`;

/** The whole page of `docs/indicators/README.md`. */
export function indicatorDocs(): string {
  const sections = GROUPS.map(([group, title]) => section(group, title)).filter((text) => text !== '');
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

function section(group: IndicatorGroup, title: string): string {
  const members = INDICATORS.filter((indicator) => indicator.group === group);
  if (members.length === 0) return '';
  const rows = members.map((indicator) => `| ${cells(indicator).join(' | ')} |`);
  return [
    `## ${title}`,
    '',
    '| id | what it says | formula | unit | lag | needs | marks 0 / 6 / 10 | read with |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function cells(indicator: Indicator): readonly string[] {
  const state = indicator.origin === 'planned' ? ' *(planned)*' : '';
  const { marks } = indicator;
  return [
    `\`${indicator.id}\``,
    `**${indicator.name}**${state}. ${indicator.definition}`,
    formula(indicator),
    [
      indicator.suffix === '/10' ? '0 to 10' : UNITS[indicator.unit],
      BETTER[indicator.better],
      ...(indicator.takesTarget ? [] : ['no target']),
    ].join(', '),
    indicator.lagDays === 0 ? '' : `${indicator.lagDays} days`,
    indicator.needs.join(', '),
    marks ? `${marks.floor} / ${marks.pass} / ${marks.delight}` : '',
    indicator.pairedWith.map((id) => `\`${id}\``).join(', '),
  ].map((cell) => cell.replaceAll('|', '\\|'));
}

function formula(indicator: Indicator): string {
  const stands = indicator.overWeeks === 'last' ? ' (*at the week’s end*)' : '';
  const factor = indicator.unit === 'per-1000' ? ' × 1,000' : '';
  return indicator.denominatorWords === ''
    ? indicator.numeratorWords + stands
    : `${indicator.numeratorWords}${factor} / ${indicator.denominatorWords}${stands}`;
}
