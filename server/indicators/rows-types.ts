import type { Records } from '../../src/contract/records.ts';
import type { WeekNumber } from '../../src/domain/week.ts';
import type { FigureSettings } from '../records/types.ts';

/** `teamIds`: the scope with everything below it already expanded; null: the whole organisation. */
export type RowsBehindQuery = {
  readonly indicator: string;
  readonly teamIds: readonly string[] | null;
  readonly week: WeekNumber;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly settings: FigureSettings;
};

/** As in the contract; the service adds indicator, week and paging. Numerators are in true units (already unscaled). */
export type RowsBehind = Pick<Records, 'kind' | 'columns' | 'rows' | 'total' | 'numerator' | 'denominator' | 'facts'>;
