/**
 * A whole file that cannot be imported, said for a person: what is wrong, where, and what to do. Nothing was written.
 * Lines count from 1, the header included, as an editor shows them.
 */
export class FileRefused extends Error {
  readonly line: number | null;
  readonly column: string | null;

  constructor(message: string, line: number | null = null, column: string | null = null) {
    super(message);
    this.name = 'FileRefused';
    this.line = line;
    this.column = column;
  }
}
