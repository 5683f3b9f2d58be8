import type { TransactionOptions } from './database.ts';

/** What a person writes waits so long for an import that holds the database; then the page is told `busy` and keeps the draft. */
export const INTERACTIVE: TransactionOptions = { waitMs: 10_000 };
