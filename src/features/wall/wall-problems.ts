/** As many as a beat may carry, and as long. */
const MOST = 5;
const LONGEST = 300;

export type Problems = {
  readonly note: (words: string) => void;
  /** What went wrong since it was last told. */
  readonly now: () => readonly string[];
  /** These were told; what came meanwhile stays. */
  readonly told: (words: readonly string[]) => void;
};

/** What went wrong on a wall until the next beat tells it: each once, the first few, so that a storm of errors stays small. */
export function problemList(): Problems {
  let list: readonly string[] = [];
  return {
    note: (words) => {
      const text = words.slice(0, LONGEST);
      if (text !== '' && list.length < MOST && !list.includes(text)) list = [...list, text];
    },
    now: () => list,
    told: (words) => {
      list = list.filter((each) => !words.includes(each));
    },
  };
}

/** Anything thrown, in one line. */
export function problemWords(where: string, error: unknown): string {
  return `${where}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}
