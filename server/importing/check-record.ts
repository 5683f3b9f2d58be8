import { indicatorById } from '../../src/domain/catalogue.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { refusesTarget } from '../../src/domain/goal.ts';
import { isoWeekLabel, weekOfDay } from '../../src/domain/week.ts';
import type { RecordDraft } from './compile-field.ts';
import { ownIndicatorOf, type References } from './references.ts';
import type { Warn } from './row-context.ts';
import { cellProblem, type CellProblem } from './row-problem.ts';

const DAY_MS = 86_400_000;

/** What one record is checked against. */
export type CheckContext = { readonly references: References; readonly warn: Warn };

type Check = (draft: RecordDraft, context: CheckContext) => CellProblem | null;

const FACTORS = ['compliance', 'disposition', 'staff', 'empathy', 'tangibles', 'overall', 'price'] as const;

/** Factors come on the post's own scale and are kept as 0..1. */
const rescale: Check = (draft, { references }) => {
  const post = String(draft['post_id']);
  const scale = references.scales.get(post);
  for (const factor of FACTORS) {
    const value = draft[factor];
    if (typeof value !== 'number') continue;
    if (scale === undefined) {
      return cellProblem('post_id', post, 'No listening post has this id; import listening_posts first.');
    }
    if (value < scale.min || value > scale.max) {
      return cellProblem(factor, String(value), `This lies outside the post's scale of ${scale.min} to ${scale.max}.`);
    }
    draft[factor] = (value - scale.min) / (scale.max - scale.min);
  }
  return null;
};

const knownIndicator = (id: string, references: References): boolean =>
  indicatorById(id) !== undefined || references.ownIndicators.has(id);

/** The indicator that a record may name. */
const namedIndicator: Check = (draft, { references }) => {
  const id = draft['indicator_id'];
  return typeof id === 'string' && !knownIndicator(id, references)
    ? cellProblem('indicator_id', id, 'No indicator has this id.')
    : null;
};

/** Checks on one record by its kind (`records.md`, "Checks on content"). */
const CHECKS: Readonly<Partial<Record<RecordKind, Check>>> = {
  listening_posts: (draft, { references }) => {
    const min = Number(draft['scale_min']);
    const max = Number(draft['scale_max']);
    if (!(max > min)) return cellProblem('scale_max', String(max), 'A scale ends above its start.');
    references.scales.set(String(draft['post_id']), { min, max });
    return null;
  },
  evaluations: rescale,
  claims: (draft, { warn }) => {
    const { opened_at: opened, resolved_at: resolved } = draft;
    if (typeof resolved === 'number' && typeof opened === 'number' && resolved < opened) {
      warn('resolved_at', new Date(resolved).toISOString(), 'Resolved before it was opened.');
    }
    return null;
  },
  indicators: (draft, { references }) => {
    const id = String(draft['indicator_id']);
    if (indicatorById(id) !== undefined) {
      return cellProblem('indicator_id', id, 'Kept has an indicator of this name; choose another id.');
    }
    references.ownIndicators.set(id, ownIndicatorOf(id, String(draft['name']), String(draft['better'])));
    return null;
  },
  observations: (draft, { references }) => {
    const id = String(draft['indicator_id']);
    if (!knownIndicator(id, references)) {
      return cellProblem('indicator_id', id, 'No indicator has this id; import it (kind indicators) first.');
    }
    if (Number(draft['denominator']) < 0) {
      return cellProblem('denominator', String(draft['denominator']), 'A denominator is not negative.');
    }
    return null;
  },
  goals: (draft, { references, warn }) => {
    const id = String(draft['indicator_id']);
    const indicator = indicatorById(id) ?? references.ownIndicators.get(id);
    if (indicator === undefined) return cellProblem('indicator_id', id, 'No indicator has this id.');
    const refusal = refusesTarget(indicator);
    if (refusal !== null) return cellProblem('indicator_id', id, refusal);
    const { baseline, baseline_week: week, due_day: due } = draft;
    if (typeof week === 'number' && typeof due === 'number' && week >= weekOfDay(due)) {
      return cellProblem('baseline_week', isoWeekLabel(week), 'The date lies after the week of the baseline.');
    }
    if (typeof baseline === 'number' && typeof week !== 'number') {
      warn('baseline', String(baseline), 'A baseline without baseline_week is no place to start from.');
    }
    return null;
  },
  annotations: namedIndicator,
  improvements: namedIndicator,
};

export const checkRecord = (kind: RecordKind, draft: RecordDraft, context: CheckContext): CellProblem | null =>
  CHECKS[kind]?.(draft, context) ?? null;

/** Goods delivered before they were ordered, by more than a day (time zones, late entries), are a mistake. */
export const deliveredBeforeOrdered = (ordered: unknown, delivered: unknown): CellProblem | null =>
  typeof ordered === 'number' && typeof delivered === 'number' && delivered < ordered - DAY_MS
    ? cellProblem(
        'delivered_at',
        new Date(delivered).toISOString(),
        `Delivered more than a day before it was ordered (${new Date(ordered).toISOString()}).`,
      )
    : null;
