/**
 * The thread behind `Database.background` on SQLite: runs one query after another on a read-only connection of its own.
 * Plain JavaScript, so that it starts in some ten milliseconds. `workerData` is the path of the database file.
 */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteConnection from 'better-sqlite3';

const connection = new SqliteConnection(workerData.file, { readonly: true, timeout: 2000 });
connection.pragma('temp_store = file');
connection.pragma('cache_size = -32768');

parentPort.on('message', ({ id, text, named }) => {
  try {
    parentPort.postMessage({ id, rows: connection.prepare(text).all(...named) });
  } catch (error) {
    parentPort.postMessage({ id, message: String(error?.message ?? error), code: error?.code });
  }
});
