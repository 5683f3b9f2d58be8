import type { Indicator, Marks } from './catalogue-types.ts';

/** 0..10 as the customer would give it: 6 buys again, 5 or less has failed, 10 is delighted. */
export const PASS_GRADE = 6;
export const FAILED_GRADE = 5;
export const DELIGHT_GRADE = 9.5;

/**
 * Grade of a value: linear from `floor` (0) over `pass` (6) to `delight` (10), clamped.
 * Lower is better where the marks run the other way. Marks that fall together make a step at their value.
 */
export function gradeOf(value: number, marks: Marks): number {
  const { floor, pass, delight } = marks;
  const direction = delight >= floor ? 1 : -1;
  const v = value * direction;
  if (v >= delight * direction) return 10;
  if (v <= floor * direction) return 0;
  if (v >= pass * direction) return clampGrade(6 + (4 * (value - pass)) / (delight - pass));
  return clampGrade((6 * (value - floor)) / (pass - floor));
}

export type GradeWord = 'failed' | 'at-risk' | 'buys-again' | 'delighted';

/** 5 or less failed; between 5 and 6 at risk, no pass; from 6 buys again; from 9.5 delighted. */
export function gradeWord(grade: number): GradeWord {
  if (grade <= FAILED_GRADE) return 'failed';
  if (grade < PASS_GRADE) return 'at-risk';
  return grade >= DELIGHT_GRADE ? 'delighted' : 'buys-again';
}

/** Why an indicator is not part of its dimension's grade. */
export type LeftOutReason = 'no-marks' | 'no-figure' | 'no-weight';

export type GradePart = {
  readonly indicator: Indicator;
  /** As shown; null without a figure (too few, gap, nothing due, no data). */
  readonly value: number | null;
  /** 1 where the settings say nothing. */
  readonly weight: number;
};

export type DimensionGrade = {
  /** null where no indicator has both marks and a figure. */
  readonly grade: number | null;
  readonly parts: ReadonlyArray<{
    readonly indicator: Indicator;
    readonly value: number;
    readonly grade: number;
    readonly weight: number;
  }>;
  readonly leftOut: ReadonlyArray<{ readonly indicator: Indicator; readonly reason: LeftOutReason }>;
};

/** Weighted mean of the grades of those indicators that have one; what was left out is said with its reason. */
export function dimensionGrade(candidates: readonly GradePart[]): DimensionGrade {
  const parts: Array<DimensionGrade['parts'][number]> = [];
  const leftOut: Array<DimensionGrade['leftOut'][number]> = [];
  for (const { indicator, value, weight } of candidates) {
    if (indicator.marks === null) leftOut.push({ indicator, reason: 'no-marks' });
    else if (value === null) leftOut.push({ indicator, reason: 'no-figure' });
    else if (!(weight > 0)) leftOut.push({ indicator, reason: 'no-weight' });
    else parts.push({ indicator, value, weight, grade: gradeOf(value, indicator.marks) });
  }
  const weights = parts.reduce((sum, part) => sum + part.weight, 0);
  const weighted = parts.reduce((sum, part) => sum + part.weight * part.grade, 0);
  return { grade: weights > 0 ? clampGrade(weighted / weights) : null, parts, leftOut };
}

function clampGrade(grade: number): number {
  return Math.min(10, Math.max(0, grade));
}
