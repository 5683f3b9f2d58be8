import type { Database, Sql } from '../db/database.ts';
import type { DataIndex } from '../services/data-index.ts';
import { nameKey, nameSpace, standsIn, type NameSpace } from './name-words.ts';
import { personKeys } from './person-names.ts';

/** Tells texts in which a name stands that Kept knows: of a person, or of a customer. */
export type KnownNames = {
  /** Of these texts those in which one stands. */
  readonly within: (index: DataIndex, texts: readonly string[]) => Promise<ReadonlySet<string>>;
};

const PAGE = 5000;

/**
 * Which of the texts name a customer. The customers pass by the texts and not the other way: of millions of names none is
 * held in memory.
 */
const namingCustomers = async (db: Sql, spaces: ReadonlyMap<string, NameSpace>): Promise<ReadonlySet<string>> => {
  const open = new Map(spaces);
  const found = new Set<string>();
  let after = '';
  while (open.size > 0) {
    const rows = await db.all<{ customer_id: string; name: string }>(
      `select customer_id, name from customers where name is not null and customer_id > $1 order by customer_id limit ${PAGE}`,
      [after],
    );
    for (const { name } of rows) {
      const key = nameKey(name);
      if (key === null) continue;
      for (const [text, space] of open) {
        if (!standsIn(space, key)) continue;
        found.add(text);
        open.delete(text);
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = last.customer_id;
  }
  return found;
};

export const createKnownNames = (db: Database): KnownNames => {
  /** Texts that were held against the customers of one data version. */
  let looked = { version: -1, naming: new Map<string, boolean>() };
  return {
    within: async (index, texts) => {
      if (looked.version !== index.version) looked = { version: index.version, naming: new Map() };
      const { naming } = looked;
      const spaces = new Map(texts.map((text) => [text, nameSpace(text)]));
      const people = await personKeys(db.background, index);
      const unknown = new Map([...spaces].filter(([text]) => !naming.has(text)));
      if (unknown.size > 0) {
        const found = await namingCustomers(db.background, unknown);
        for (const text of unknown.keys()) naming.set(text, found.has(text));
      }
      return new Set(
        [...spaces].flatMap(([text, space]) =>
          naming.get(text) === true || people.some((key) => standsIn(space, key)) ? [text] : [],
        ),
      );
    },
  };
};
