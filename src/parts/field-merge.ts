/** What came of two people's changes to one thing, field by field. */
export type FieldMerge<Fields> = {
  /** Mine where I changed it, theirs where only they did; where both changed it, mine until it is settled. */
  readonly fields: Fields;
  /** Fields that only they changed. */
  readonly taken: ReadonlyArray<Extract<keyof Fields, string>>;
  /** Fields that both changed, to something else. */
  readonly clashes: ReadonlyArray<Extract<keyof Fields, string>>;
};

/** Whether two say the same in a field, however it is typed. */
export type SameField<Fields> = (field: Extract<keyof Fields, string>, a: Fields, b: Fields) => boolean;

/** A three-way merge: nothing that either of two people changed is lost, and what both changed is told. */
export function mergeFields<Fields>(
  names: ReadonlyArray<Extract<keyof Fields, string>>,
  isSame: SameField<Fields>,
  { base, mine, theirs }: { readonly base: Fields; readonly mine: Fields; readonly theirs: Fields },
): FieldMerge<Fields> {
  const changed = names.filter((field) => !isSame(field, base, theirs) && !isSame(field, mine, theirs));
  const taken = changed.filter((field) => isSame(field, base, mine));
  return {
    fields: taken.reduce((fields, field) => ({ ...fields, [field]: theirs[field] }), mine),
    taken,
    clashes: changed.filter((field) => !taken.includes(field)),
  };
}
