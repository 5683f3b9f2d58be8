/** What a copy of a database says of itself. */
export type CopiedDatabase = { readonly migrations: readonly string[]; readonly dataVersion: number };
