import type { ActionWords, Minute, MinuteChange, MinuteVersions, NewMinute } from '../../src/contract/minutes.ts';

type Versions = MinuteVersions['versions'];
export type HeldMinute = {
  readonly minute: Minute;
  readonly versions: Versions;
  readonly removed: boolean;
  /** The request that made it; null for one of the fixture. */
  readonly request: string | null;
};

export type MockMinutes = {
  readonly find: (id: string) => HeldMinute | undefined;
  /** Those that stand, oldest first. */
  readonly standing: () => readonly Minute[];
  /** Every one that was ever written, removed ones too. */
  readonly everWritten: () => readonly Minute[];
  readonly add: (given: NewMinute, week: string, teams: readonly string[], at: string) => Minute;
  readonly change: (held: HeldMinute, change: MinuteChange, at: string) => Minute;
  readonly remove: (held: HeldMinute, author: string, at: string) => MinuteVersions;
};

/** When an action was done or dropped, and by whom; as it was where its state stays. */
function closingOf(
  { state }: ActionWords,
  before: Minute['action'],
  by: string,
  at: string,
): { readonly closedAt: string | null; readonly closedBy: string | null } {
  if (state === 'open') return { closedAt: null, closedBy: null };
  if (before?.state === state) return { closedAt: before.closedAt, closedBy: before.closedBy };
  return { closedAt: at, closedBy: by };
}

function actionOf(words: ActionWords | null, before: Minute['action'], by: string, at: string): Minute['action'] {
  return words === null ? null : { ...tidyAction(words), ...closingOf(words, before, by, at) };
}

/** Nothing said is one thing, whether as null, as an empty text or left out. */
export function tidyAction(words: ActionWords): ActionWords {
  const progress = words.progress?.trim() ?? '';
  return { ...words, expected: words.expected ?? null, progress: progress === '' ? null : progress };
}

const versionOf = ({ revision, changedAt, changedBy, text }: Minute): Versions[number] => ({
  revision,
  at: changedAt,
  by: changedBy,
  text,
  state: 'stands',
});

/** Notes, decisions and actions of one mocked service, with their versions. It refuses nothing. */
export function createMinutes(first: readonly Minute[]): MockMinutes {
  const held = new Map<string, HeldMinute>(
    first.map((minute) => [minute.id, { minute, versions: [versionOf(minute)], removed: false, request: null }]),
  );
  const all = (): readonly HeldMinute[] =>
    [...held.values()].sort((a, b) => a.minute.createdAt.localeCompare(b.minute.createdAt));
  return {
    find: (id) => held.get(id),
    standing: () => all().flatMap(({ minute, removed }) => (removed ? [] : [minute])),
    everWritten: () => all().map(({ minute }) => minute),
    add: (given, week, teams, at) => {
      const { author, action, ...words } = given;
      const minute: Minute = {
        ...words,
        week,
        teams: [...teams],
        author,
        createdAt: at,
        changedBy: author,
        changedAt: at,
        revision: 1,
        action: actionOf(action, null, author, at),
      };
      const request = JSON.stringify(given);
      held.set(given.id, { minute, versions: [versionOf(minute)], removed: false, request });
      return minute;
    },
    change: (entry, { indicator, text, author, action }, at) => {
      const { minute, versions } = entry;
      const changed: Minute = {
        ...minute,
        indicator,
        text,
        changedBy: author,
        changedAt: at,
        revision: minute.revision + 1,
        action: actionOf(action, minute.action, author, at),
      };
      held.set(minute.id, { ...entry, minute: changed, versions: [...versions, versionOf(changed)] });
      return changed;
    },
    remove: (entry, author, at) => {
      const { minute, versions } = entry;
      const removal = { revision: minute.revision + 1, at, by: author, text: minute.text, state: 'removed' as const };
      const kept = { ...entry, removed: true, versions: [...versions, removal] };
      held.set(minute.id, kept);
      return { versions: kept.versions };
    },
  };
}
