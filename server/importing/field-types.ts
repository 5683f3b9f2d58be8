import type { RecordKind } from '../../src/domain/catalogue-types.ts';

/**
 * How a field of `records.md` becomes columns of its record table.
 * - `instant`: `x_at` and, where `day`/`week` name them, the local day and week beside it
 * - `deadline`: the same; a date without a time means the last millisecond of that local day
 * - `quantity`: a number that is not negative · `score`: a number on the post's scale, stored as 0..1
 */
export type FieldType =
  | { readonly is: 'id' }
  | { readonly is: 'text' }
  | { readonly is: 'number' }
  | { readonly is: 'quantity' }
  | { readonly is: 'whole' }
  | { readonly is: 'money' }
  | { readonly is: 'currency' }
  | { readonly is: 'flag' }
  | { readonly is: 'score' }
  | { readonly is: 'day' }
  | { readonly is: 'week' }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'instant'; readonly day?: string; readonly week?: string }
  | { readonly is: 'deadline'; readonly day?: string; readonly week?: string };

export type Field = {
  /** Name in `records.md`, and the column of an own file. */
  readonly name: string;
  /** Column of the record table. */
  readonly column: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Taken where the cell is empty. */
  readonly otherwise?: string;
  /** Something that has happened: it may not lie in the future without a warning. */
  readonly happened?: boolean;
};

export type KindFields = {
  readonly kind: RecordKind;
  /** Primary key. Kinds whose id is not required get one made by the writer. */
  readonly id: string;
  readonly fields: readonly Field[];
};

type FieldOptions = { required?: true; column?: string; otherwise?: string; happened?: true };
export const field = (name: string, type: FieldType, { required, column, ...rest }: FieldOptions = {}): Field => ({
  name,
  column: column ?? name,
  type,
  required: required === true,
  ...rest,
});

export const ID = { is: 'id' } as const;
export const TEXT = { is: 'text' } as const;
export const NUMBER = { is: 'number' } as const;
export const MONEY = { is: 'money' } as const;
export const FLAG = { is: 'flag' } as const;
export const SCORE = { is: 'score' } as const;
export const DAY = { is: 'day' } as const;
export const INSTANT = { is: 'instant' } as const;
export const oneOf = (...values: readonly string[]): FieldType => ({ is: 'enum', values });
export const NEED = { required: true } as const;
export const HAPPENED = { happened: true } as const;
export const TEAM = { otherwise: 'unassigned' } as const;
export const AT: FieldType = { is: 'instant', day: 'at_day', week: 'at_week' };
