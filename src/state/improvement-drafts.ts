import { formDrafts, type FormDraft } from './form-drafts.ts';

/** An improvement as it is typed; empty where nothing stands. */
export type ImprovementFields = {
  readonly title: string;
  readonly owner: string;
  readonly component: string;
  readonly cause: string;
  readonly indicator: string;
  readonly effective: string;
  /** null: the whole organisation. */
  readonly team: string | null;
};

export type ImprovementField = keyof ImprovementFields;

export type ImprovementDraft = FormDraft<ImprovementFields>;

/** In the order of the form. */
export const IMPROVEMENT_FIELDS = [
  'title',
  'owner',
  'component',
  'cause',
  'indicator',
  'effective',
  'team',
] as const satisfies readonly ImprovementField[];

/** Improvements that are being written. */
export const improvementDrafts = formDrafts<ImprovementFields>(
  'kept:improvement-drafts',
  IMPROVEMENT_FIELDS,
  ({ team, ...texts }) =>
    (team === null || typeof team === 'string') &&
    IMPROVEMENT_FIELDS.every((field) => field === 'team' || typeof texts[field] === 'string'),
);
