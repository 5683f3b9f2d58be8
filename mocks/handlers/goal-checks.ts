import type { GoalWords } from '../../src/contract/goals.ts';
import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import { goalProblems, refusesTarget, type GoalDraft } from '../../src/domain/goal.ts';
import { parseIsoDate, parseIsoWeek, weekOfDay, type WeekNumber } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';

/** The first week whose status nobody has seen yet: after the latest complete one with data, the running one at the latest. */
export function earliestFrom({ now, organisation, series, lastWholeWeek }: Dataset): WeekNumber {
  const running = weekOfDay(dayOfInstant(Date.parse(now), organisation.timeZone));
  return series.length === 0 ? running : Math.min(running, lastWholeWeek + 1);
}

/** A goal's words with weeks and days as numbers; a refusal where the year has no such week or day. */
export function draftOf(words: GoalWords): GoalDraft | Response {
  const { baseline, from, due, milestones } = words;
  const labels: ReadonlyArray<readonly [at: string, label: string | null]> = [
    ['words.baseline', baseline?.week ?? null],
    ['words.from', from],
    ...milestones.map(({ week }) => ['words.milestones', week] as const),
  ];
  const none = labels.find(([, label]) => label !== null && parseIsoWeek(label) === null);
  if (none !== undefined) return errorResponse('bad-request', `${none[1]} is no week.`, none[0]);
  const day = due === null ? null : parseIsoDate(due);
  if (due !== null && day === null) return errorResponse('bad-request', `${due} is no date.`, 'words.due');
  const weekOf = (label: string): WeekNumber => parseIsoWeek(label) ?? 0;
  return {
    ...words,
    baseline: baseline && { ...baseline, week: weekOf(baseline.week) },
    from: from === null ? null : weekOf(from),
    due: day,
    milestones: milestones.map(({ week, value }) => ({ week: weekOf(week), value })),
  };
}

function indicatorOf({ own }: Dataset, id: string): Indicator | null {
  const entry = own.find((indicator) => indicator.id === id);
  return computedById(id) ?? (entry === undefined ? null : ownIndicator(entry));
}

/** Why these words name what is not there; null where all is there. */
export function unknownAim(state: MockState, { indicator, team }: GoalWords): Response | null {
  const { teams } = state.dataset();
  if (indicatorOf(state.dataset(), indicator) === null) {
    const planned = indicatorById(indicator);
    const refusal = planned === undefined ? null : refusesTarget(planned);
    return refusal === null
      ? errorResponse('not-found', `There is no indicator ${indicator}.`, 'words.indicator')
      : errorResponse('bad-request', refusal, 'words.indicator');
  }
  return team === null || teams.some(({ id }) => id === team)
    ? null
    : errorResponse('not-found', `There is no team ${team}.`, 'words.team');
}

/** Why a draft is no goal: the first problem, at its field. `earliest` null: its target stands already. */
export function notYetAGoal(state: MockState, draft: GoalDraft, earliest: WeekNumber | null): Response | null {
  const indicator = draft.indicator === null ? null : indicatorOf(state.dataset(), draft.indicator);
  const [problem] = goalProblems(draft, indicator, earliest);
  return problem === undefined ? null : errorResponse('bad-request', problem.message, `words.${problem.at}`);
}
