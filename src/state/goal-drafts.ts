import { create } from 'zustand';

/** A value in the week of a day, as it is typed. */
export type PointText = { readonly value: string; readonly day: string };

/** A goal as it is typed: empty where nothing stands yet. `from` is a day of the week from which the target is in force. */
export type GoalFields = {
  readonly indicator: string;
  readonly baseline: PointText;
  readonly target: string;
  readonly due: string;
  readonly from: string;
  readonly owner: string;
  readonly milestones: readonly PointText[];
};

export type GoalField = keyof GoalFields;

/** What somebody else wrote while this was typed. Their values stand in `base` since then. */
export type Meanwhile = {
  readonly by: string;
  /** Fields that only they changed: theirs are taken in. */
  readonly taken: readonly GoalField[];
  /** Fields that both changed and nobody has settled yet. */
  readonly clashes: readonly GoalField[];
};

/** A goal that is being written and is not kept by the service yet; in this tab until it is. */
export type GoalDraft = {
  /** Of the goal; made by the writer where it is new. */
  readonly id: string;
  /** That it was written on; null: the service has none yet. */
  readonly revision: number | null;
  readonly base: GoalFields;
  readonly mine: GoalFields;
  readonly reason: string;
  readonly meanwhile: Meanwhile | null;
};

type Drafts = { readonly drafts: Readonly<Record<string, GoalDraft>> };

const KEY = 'kept:goal-drafts';

const useDrafts = create<Drafts>(() => ({ drafts: read() }));

/** The draft of a place: a goal's id, or `new:TEAM`. */
export function useGoalDraft(place: string): GoalDraft | null {
  return useDrafts(({ drafts }) => drafts[place] ?? null);
}

export function keepGoalDraft(place: string, draft: GoalDraft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [place]: draft } }));
  write();
}

export function dropGoalDraft(place: string): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== place)),
  }));
  write();
}

/** What the tab holds, read anew, as after a reload. For tests. */
export function readGoalDraftsAgain(): void {
  useDrafts.setState({ drafts: read() });
}

/** Any stored text gives valid drafts; what cannot be read is left out. */
export function goalDraftsOf(text: string | null): Readonly<Record<string, GoalDraft>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (!isRecord(value)) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, GoalDraft] => isDraft(entry[1])));
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isDraft(value: unknown): value is GoalDraft {
  if (!isRecord(value)) return false;
  const { id, revision, base, mine, reason, meanwhile } = value;
  return (
    typeof id === 'string' &&
    (revision === null || typeof revision === 'number') &&
    isFields(base) &&
    isFields(mine) &&
    typeof reason === 'string' &&
    (meanwhile === null || isMeanwhile(meanwhile))
  );
}

function isFields(value: unknown): value is GoalFields {
  if (!isRecord(value)) return false;
  const { indicator, baseline, target, due, from, owner, milestones } = value;
  return (
    [indicator, target, due, from, owner].every((text) => typeof text === 'string') &&
    isPoint(baseline) &&
    Array.isArray(milestones) &&
    milestones.every(isPoint)
  );
}

function isPoint(value: unknown): value is PointText {
  return isRecord(value) && typeof value['value'] === 'string' && typeof value['day'] === 'string';
}

const FIELDS: readonly string[] = [
  'indicator',
  'baseline',
  'target',
  'due',
  'from',
  'owner',
  'milestones',
] satisfies readonly GoalField[];

function isMeanwhile(value: unknown): value is Meanwhile {
  if (!isRecord(value)) return false;
  const { by, taken, clashes } = value;
  const areFields = (list: unknown): boolean =>
    Array.isArray(list) && list.every((field) => typeof field === 'string' && FIELDS.includes(field));
  return typeof by === 'string' && areFields(taken) && areFields(clashes);
}

function read(): Readonly<Record<string, GoalDraft>> {
  try {
    return goalDraftsOf(sessionStorage.getItem(KEY));
  } catch {
    return {}; // Storage may be closed to the page; drafts then last as long as it does.
  }
}

function write(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(useDrafts.getState().drafts));
  } catch {
    // As above.
  }
}
