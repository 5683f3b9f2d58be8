/**
 * The thread behind `Database.background` on SQLite: runs one query after another on a read-only connection of its own.
 * Plain JavaScript, so that it starts in some ten milliseconds. `workerData` is the path of the database file.
 */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteConnection from 'better-sqlite3';

let connection;

/** Opened by the first query, so that a file that cannot be opened is told to whoever asked, and is tried again. */
const open = () => {
  const opened = new SqliteConnection(workerData.file, { readonly: true, timeout: 2000 });
  try {
    opened.pragma('temp_store = file');
    opened.pragma('cache_size = -32768');
    /* Reads the schema: a damaged one is found here. */
    opened.prepare('select count(*) from sqlite_master').get();
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
};

parentPort.on('message', ({ id, text, named }) => {
  try {
    connection ??= open();
    parentPort.postMessage({ id, rows: connection.prepare(text).all(...named) });
  } catch (error) {
    parentPort.postMessage({ id, message: String(error?.message ?? error), code: error?.code });
  }
});
