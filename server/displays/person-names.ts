import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { KEY_IMPORTER, THIS_MACHINE } from '../auth/caller.ts';
import type { Sql } from '../db/database.ts';
import type { DataIndex } from '../services/data-index.ts';
import { nameKey, wordsIn, type NameKey } from './name-words.ts';

/** Every column in which somebody is named: accounts, and whoever owns, leads, wrote, closed or did something. */
const NAMED_IN: ReadonlyArray<readonly [table: string, column: string]> = [
  ['people', 'name'],
  ['teams', 'lead'],
  ['causes', 'owner'],
  ['improvements', 'owner'],
  ['goals', 'owner'],
  ['annotations', 'author'],
  ['annotation_events', 'by_whom'],
  ['minutes', 'author'],
  ['minutes', 'changed_by'],
  ['minutes', 'owner'],
  ['minutes', 'state_by'],
  ['minute_versions', 'by_whom'],
  ['goal_versions', 'by_whom'],
  ['improvement_versions', 'by_whom'],
  ['reviews', 'closed_by'],
  ['displays', 'created_by'],
  ['loop_steps', 'by_whom'],
];

/** Versions keep what somebody wrote as JSON, former owners in it. */
const OWNED_IN: ReadonlyArray<readonly [table: string, path: (entry: Entry) => unknown]> = [
  ['goal_versions', ({ owner }) => owner],
  ['improvement_versions', ({ owner }) => owner],
  ['minute_versions', ({ action }) => action?.owner],
];
type Entry = { readonly owner?: unknown; readonly action?: { readonly owner?: unknown } | null };

/** What stands in for a name where nobody has one, and words of offices: they name nobody. */
const NO_NAMES: ReadonlySet<string> = new Set([THIS_MACHINE.name, 'nobody', 'terminal']);
const OFFICE_WORDS =
  'team desk service services department office group manager management head lead the and for'.split(' ');

const LEAST_LETTERS = 3;

/**
 * The names of people by which one could be recognised: each as a whole, and each of its words, for people write "ask Bea".
 * Words that stand in the names of teams and indicators are no names by themselves: an owner "Claims desk" would take every
 * text about claims.
 */
const keysOf = (name: string, vocabulary: ReadonlySet<string>): readonly NameKey[] => {
  const [local = ''] = name.split('@');
  const parts = wordsIn(local).filter(
    (word) => word.length >= LEAST_LETTERS && /\p{L}/u.test(word) && !vocabulary.has(word),
  );
  return [name, ...parts].flatMap((one) => nameKey(one) ?? []);
};

const vocabularyOf = (index: DataIndex): ReadonlySet<string> =>
  new Set([
    ...OFFICE_WORDS,
    ...[...computedIndicators, ...index.own, ...index.teams].flatMap(({ name }) => wordsIn(name)),
  ]);

/** How every person is looked for whose name stands anywhere in Kept. */
export const personKeys = async (db: Sql, index: DataIndex): Promise<readonly NameKey[]> => {
  const names = new Set<string>();
  for (const [table, column] of NAMED_IN) {
    const rows = await db.all<{ name: string }>(
      `select distinct ${column} as name from ${table} where ${column} is not null`,
    );
    for (const { name } of rows) names.add(name);
  }
  for (const [table, ownerOf] of OWNED_IN) {
    for (const { entry } of await db.all<{ entry: string }>(`select distinct entry from ${table}`)) {
      const owner = ownerOf(JSON.parse(entry) as Entry);
      if (typeof owner === 'string') names.add(owner);
    }
  }
  const vocabulary = vocabularyOf(index);
  return [...names]
    .filter((name) => !NO_NAMES.has(name) && !name.startsWith(KEY_IMPORTER))
    .flatMap((name) => keysOf(name, vocabulary));
};
