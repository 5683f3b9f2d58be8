import type { Database, Sql } from '../db/database.ts';
import { databaseFailure } from '../db/failure.ts';
import type { Condition } from './condition.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

/** Notes what a failure says of the database; whatever is no such failure says nothing. */
export const noteFailure = (condition: Condition, error: unknown): void => {
  const kind = databaseFailure(error)?.kind;
  if (kind === 'unavailable' || kind === 'damaged') condition.raise('database', kind, TROUBLE_WORDS[kind]);
  if (kind === 'disk-full' || kind === 'read-only') condition.raise('writes', kind, TROUBLE_WORDS[kind]);
};

/** The same database; the condition learns from what works and what fails. */
export const observeDatabase = (db: Database, condition: Condition): Database => {
  const noted = async <Result>(work: () => Promise<Result>, worked: () => void): Promise<Result> => {
    try {
      const result = await work();
      worked();
      return result;
    } catch (error) {
      noteFailure(condition, error);
      throw error;
    }
  };
  /* That one page can be read does not say that the damaged one can: the guard looks at all of them. */
  const answered = (): void => {
    if (condition.of('database') === 'unavailable') condition.clear('database');
  };
  const observed = (sql: Sql): Sql => ({
    dialect: sql.dialect,
    exec: async (text, parameters) => noted(async () => sql.exec(text, parameters), answered),
    all: async <Row>(text: string, parameters?: Parameters<Sql['all']>[1]) =>
      noted(async () => sql.all<Row>(text, parameters), answered),
  });
  return {
    ...db,
    ...observed(db),
    background: { ...observed(db.background), exec: db.background.exec },
    transaction: async (work, options) =>
      noted(
        async () => db.transaction(work, options),
        () => {
          answered();
          condition.clear('writes');
        },
      ),
  };
};
