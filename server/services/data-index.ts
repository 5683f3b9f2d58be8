import type { Annotation } from '../../src/contract/observations.ts';
import type { Team } from '../../src/contract/teams.ts';
import type { OwnIndicatorEntry } from '../../src/domain/catalogue-own.ts';
import type { DayNumber, WeekNumber } from '../../src/domain/week.ts';
import type { CoveredDays } from './coverage.ts';
import type { Change } from './restated.ts';
import type { TeamWeeks } from './team-weeks.ts';

/** A target in force from a week on, up to `to` where its goal was ended; `teamId` null: the organisation's. */
export type GoalTarget = {
  readonly indicator: string;
  readonly teamId: string | null;
  readonly from: WeekNumber;
  readonly to: WeekNumber | null;
  readonly value: number;
  readonly owner: string | null;
};

/** An annotation with its day as a number beside it, to choose by. */
export type DatedAnnotation = { readonly day: DayNumber; readonly annotation: Annotation };

/** Covered days of one record kind: those of every team, and those of single teams. */
export type KindCoverage = { readonly everyone: CoveredDays; readonly byTeam: ReadonlyMap<string, CoveredDays> };

/**
 * Everything that answers are made of, as it stood at one data version, held in memory: a weekly table of teams and
 * indicators is small (200 teams × 31 indicators × 160 weeks are 16 MB), and a read then costs microseconds.
 */
export type DataIndex = {
  readonly version: number;
  /** End of the last import that stands or was undone, epoch milliseconds; null before the first. */
  readonly importedAt: number | null;
  readonly sample: boolean;
  /** Teams as the contract shows them: `unassigned` only where rows are without a team and other teams exist. */
  readonly teams: readonly Team[];
  /** Every team id that has rows or is a team. */
  readonly teamIds: ReadonlySet<string>;
  readonly own: readonly OwnIndicatorEntry[];
  /** By indicator, then by team. Indicators without any row are left out. */
  readonly weeks: ReadonlyMap<string, ReadonlyMap<string, TeamWeeks>>;
  readonly coverage: ReadonlyMap<string, KindCoverage>;
  /** Weeks for which observations were sent ready-made, by indicator, then by team. */
  readonly sent: ReadonlyMap<string, ReadonlyMap<string, CoveredDays>>;
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly targets: readonly GoalTarget[];
  readonly annotations: readonly DatedAnnotation[];
};
