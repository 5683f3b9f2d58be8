import { type Base, type Scope, type Weeks, during, UNASSIGNED, within } from '../base.ts';

/** Weights of the factors in the service grade; they add up to 10 (indicators.md). */
const GRADE = '6.0 * e.compliance + 1.3 * e.disposition + 1.1 * e.staff + 0.9 * e.empathy + 0.7 * e.tangibles';
const ATTENTION = '(1.3 * e.disposition + 1.1 * e.staff + 0.9 * e.empathy) / 3.3';

/** Millionths, rounded half up: whole numbers add up to the same on every database and in every order. */
const micro = (sql: string): string => `cast(floor((${sql}) * 1000000 + 0.5) as bigint)`;

/** The grade of an evaluation `e` that answered all five factors, in millionths, 0..10,000,000. */
export const GRADE_MICRO = micro(GRADE);

/** An evaluation `e` that is graded: answered by a customer (not an employee), all five factors, not withdrawn. */
export const IS_GRADED = `e.voided_at is null and e.employee_id is null and e.answered_week is not null
  and e.compliance is not null and e.disposition is not null and e.staff is not null and e.empathy is not null
  and e.tangibles is not null`;

/** The team of an evaluation `e`, else of its order `eo`. */
export const EVALUATION_TEAM = `case when e.team_id <> '${UNASSIGNED}' then e.team_id else coalesce(eo.team_id, '${UNASSIGNED}') end`;

/**
 * Graded evaluations, one a row: `grade` (0..10) and `gap` (attention less service, −10..10) in millionths.
 * The factors are 0..1.
 */
export const evaluations: Base = {
  id: 'evaluations',
  key: 'evaluation',
  records: 'evaluations',
  weeks: ['answered_week'],
  sql: (scope) => `
    select e.evaluation_id as record_id, ${EVALUATION_TEAM} as team_id, e.answered_week,
      ${GRADE_MICRO} as grade, ${micro(`10.0 * ${ATTENTION} - 10.0 * e.compliance`)} as gap
    from evaluations e
    left join orders eo on eo.order_id = e.order_id and e.team_id = '${UNASSIGNED}'
    where ${IS_GRADED} ${within(scope, 'e.evaluation_id')}`,
};

export const evaluationsAnswered = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select ce.evaluation_id from evaluations ce where ${during('ce.answered_week', weeks)}`,
});
