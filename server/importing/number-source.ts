import type { Source } from './mapping.ts';
import { ConventionNeeded } from './moment-source.ts';
import { parseNumber } from './parse-number.ts';
import type { Conventions } from './row-context.ts';
import { cellProblem, isProblem, type CellProblem } from './row-problem.ts';
import { columnsOf, textReader, type Header } from './text-source.ts';

export type NumberReader = (cells: readonly string[]) => number | CellProblem | null;

/** Compiles a source of a number: a cell, or the product of several (empty where one of them is). */
export const numberReader = (
  source: Source,
  header: Header,
  missing: ReadonlySet<string>,
  conventions: Conventions,
): NumberReader => {
  if (typeof source === 'object' && 'productOf' in source) {
    const parts = source.productOf.map((part) => numberReader(part, header, missing, conventions));
    return (cells) => {
      let product = 1;
      for (const part of parts) {
        const value = part(cells);
        if (value === null || isProblem(value)) return value;
        product *= value;
      }
      return product;
    };
  }
  const text = textReader(source, header, missing);
  const column = columnsOf(source)[0] ?? null;
  return (cells) => {
    const cell = text(cells);
    if (cell === '') return null;
    const value = parseNumber(cell, conventions.decimalMark);
    if (value === 'mark-needed') throw new ConventionNeeded('decimal-mark');
    return value === 'no-number' ? cellProblem(column, cell, 'This is no number.') : value;
  };
};
