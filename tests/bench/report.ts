import { cpus, totalmem } from 'node:os';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Aim, Measured, PartResult } from './part-types.ts';
import { median } from './statistics.ts';

const HEAD = `# Benchmarks

Written by \`npm run bench\`; each part replaces its own section. Medians of all runs, with the smallest and the largest
run beside them; the aims are those of the project. The machine may be shared with other work: where it was busy, ratios
say more than times.
`;

/** The machine in words, without its name. */
const machineWords = (): string => {
  const processors = cpus();
  const model = (processors[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim();
  return `${processors.length} processors (${model}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform}, Node ${process.version.slice(1)}`;
};

const number = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

const isMet = (value: number, aim: Aim): boolean => ('most' in aim ? value <= aim.most : value >= aim.least);

const aimWords = (aim: Aim, decimals: number): string => {
  const bound = 'most' in aim ? aim.most : aim.least;
  return `${'most' in aim ? '≤' : '≥'} ${number(bound, Number.isInteger(bound) ? 0 : decimals)}`;
};

const rowOf = ({ what, unit, decimals, runs, aim, note }: Measured): string => {
  const middle = median(runs);
  const range = `${number(Math.min(...runs), decimals)} – ${number(Math.max(...runs), decimals)}`;
  const cells = [
    what,
    `**${number(middle, decimals)}** ${unit}`,
    runs.length === 1 ? 'one run' : `${range} (${runs.length})`,
    aim === undefined ? '' : aimWords(aim, decimals),
    aim === undefined ? '' : isMet(middle, aim) ? 'met' : 'missed',
    note ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
};

export const tableOf = ({ measured }: PartResult): string =>
  ['| what | median | runs | aim | | note |', '|---|---|---|---|---|---|', ...measured.map(rowOf)].join('\n');

const sectionOf = (title: string, date: string, result: PartResult): string =>
  [
    `## ${title}`,
    '',
    `${date}. ${machineWords()}.`,
    '',
    ...result.how.flatMap((paragraph) => [paragraph, '']),
    tableOf(result),
  ].join('\n');

const begin = (name: string): string => `<!-- part: ${name} -->`;
const end = (name: string): string => `<!-- end of part: ${name} -->`;

/**
 * Puts a part's table in its place in the file, and leaves the other parts as they were.
 * @param date ISO date of the run
 */
export const writeReport = (
  file: string,
  part: { readonly name: string; readonly title: string },
  date: string,
  result: PartResult,
): void => {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  const section = `${begin(part.name)}\n${sectionOf(part.title, date, result)}\n${end(part.name)}`;
  const from = before.indexOf(begin(part.name));
  const to = before.indexOf(end(part.name));
  const after =
    from >= 0 && to > from
      ? `${before.slice(0, from)}${section}${before.slice(to + end(part.name).length)}`
      : `${before.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, after);
};
