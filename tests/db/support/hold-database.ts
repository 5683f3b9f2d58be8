import type { Database } from '../../../server/db/database.ts';

/** Holds the database by a transaction that has written, as an import does; gives back how it is released again. */
export const holdDatabase = async (other: Database): Promise<() => Promise<void>> => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = (): void => undefined;
  const holds = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const importing = other.transaction(async (tx) => {
    await tx.exec(`insert into settings (key, value) values ('held', '1')`);
    begun();
    await held;
  });
  await holds;
  return async () => {
    release();
    await importing;
  };
};
