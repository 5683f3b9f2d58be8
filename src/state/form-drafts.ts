import { create } from 'zustand';

/** What somebody else wrote while this was typed. Their values stand in `base` since then. */
export type Meanwhile<Field extends string> = {
  readonly by: string;
  /** Fields that only they changed: theirs are taken in. */
  readonly taken: readonly Field[];
  /** Fields that both changed and nobody has settled yet. */
  readonly clashes: readonly Field[];
};

/** What is written in a form and is not kept by the service yet. */
export type FormDraft<Fields> = {
  /** Of what is written; made by the writer where it is new. */
  readonly id: string;
  /** That it was written on; null: the service has none yet. */
  readonly revision: number | null;
  readonly base: Fields;
  readonly mine: Fields;
  readonly reason: string;
  readonly meanwhile: Meanwhile<Extract<keyof Fields, string>> | null;
};

type Kept<Fields> = Readonly<Record<string, FormDraft<Fields>>>;

/** Drafts of one form, by the place that they are typed in: an id, or `new:TEAM`. */
export type FormDrafts<Fields> = {
  readonly useDraft: (place: string) => FormDraft<Fields> | null;
  readonly keep: (place: string, draft: FormDraft<Fields>) => void;
  readonly drop: (place: string) => void;
  readonly dropAll: () => void;
  readonly count: () => number;
  /** What the tab holds, read anew, as after a reload. For tests. */
  readonly readAgain: () => void;
  /** Any stored text gives valid drafts; what cannot be read is left out. */
  readonly of: (text: string | null) => Kept<Fields>;
};

/** Drafts that stay in this tab until the service has them: neither a reload nor a lost connection takes them. */
export function formDrafts<Fields>(
  key: string,
  names: ReadonlyArray<Extract<keyof Fields, string>>,
  isFields: (value: Readonly<Record<string, unknown>>) => boolean,
): FormDrafts<Fields> {
  const known: readonly string[] = names;
  const areNames = (list: unknown): boolean =>
    Array.isArray(list) && list.every((name) => typeof name === 'string' && known.includes(name));
  const isMeanwhile = (value: unknown): boolean =>
    isRecord(value) && typeof value['by'] === 'string' && areNames(value['taken']) && areNames(value['clashes']);
  const isDraft = (value: unknown): value is FormDraft<Fields> => {
    if (!isRecord(value)) return false;
    const { id, revision, base, mine, reason, meanwhile } = value;
    return (
      typeof id === 'string' &&
      (revision === null || typeof revision === 'number') &&
      isRecord(base) &&
      isFields(base) &&
      isRecord(mine) &&
      isFields(mine) &&
      typeof reason === 'string' &&
      (meanwhile === null || isMeanwhile(meanwhile))
    );
  };
  const of = (text: string | null): Kept<Fields> => {
    try {
      const value: unknown = JSON.parse(text ?? '');
      if (!isRecord(value)) return {};
      const entries = Object.entries(value);
      return Object.fromEntries(entries.filter((entry): entry is [string, FormDraft<Fields>] => isDraft(entry[1])));
    } catch {
      return {};
    }
  };
  const read = (): Kept<Fields> => {
    try {
      return of(sessionStorage.getItem(key));
    } catch {
      return {}; // Storage may be closed to the page; drafts then last as long as it does.
    }
  };
  const useDrafts = create<{ readonly drafts: Kept<Fields> }>(() => ({ drafts: read() }));
  const write = (drafts: Kept<Fields>): void => {
    useDrafts.setState({ drafts });
    try {
      sessionStorage.setItem(key, JSON.stringify(drafts));
    } catch {
      // As above.
    }
  };
  return {
    useDraft: (place) => useDrafts(({ drafts }) => drafts[place] ?? null),
    keep: (place, draft) => write({ ...useDrafts.getState().drafts, [place]: draft }),
    drop: (place) => {
      const { drafts } = useDrafts.getState();
      write(Object.fromEntries(Object.entries(drafts).filter(([each]) => each !== place)));
    },
    dropAll: () => write({}),
    count: () => Object.keys(useDrafts.getState().drafts).length,
    readAgain: () => useDrafts.setState({ drafts: read() }),
    of,
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
