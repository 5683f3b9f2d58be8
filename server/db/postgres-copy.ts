import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SqlValue } from './database.ts';
import { asFailure } from './failure.ts';

const CHUNK_CHARACTERS = 262_144;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One value in COPY's text format: https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2 */
const copyText = (value: SqlValue | undefined): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : value;
};

/** A bulk insert by COPY on the transaction's connection. */
export const postgresRowInserter =
  (client: pg.ClientBase) =>
  async (table: string, columns: readonly string[], rows: ReadonlyArray<readonly SqlValue[]>): Promise<void> => {
    if (rows.length === 0) return;
    const width = columns.length;
    try {
      const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
      const ended = finished(stream);
      /* Where COPY itself fails, the failure is thrown by `ended`; a wait for drain must not outlive it. */
      ended.catch(() => undefined);
      let text = '';
      for (const row of rows) {
        for (let column = 0; column < width; column += 1) {
          text += column === 0 ? copyText(row[column]) : `\t${copyText(row[column])}`;
        }
        text += '\n';
        if (text.length >= CHUNK_CHARACTERS) {
          const more = stream.write(text);
          text = '';
          if (!more) await Promise.race([once(stream, 'drain'), ended]);
        }
      }
      stream.end(text);
      await ended;
    } catch (error) {
      throw asFailure(error);
    }
  };
