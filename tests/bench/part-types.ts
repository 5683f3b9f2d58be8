/** What a measured value is held against; `most` and `least` are inclusive. */
export type Aim = { readonly most: number } | { readonly least: number };

/** One line of a result table: all runs are kept, the table shows their median. */
export type Measured = {
  readonly what: string;
  readonly unit: string;
  readonly decimals: number;
  readonly runs: readonly number[];
  readonly aim?: Aim;
  readonly note?: string;
};

export type PartResult = {
  /** What was done, so that another person could do it again. */
  readonly how: readonly string[];
  readonly measured: readonly Measured[];
};

export type PartOptions = {
  /** Measured runs of each kind. */
  readonly runs: number;
  /** Also what takes long or much disk: the streamed import of 2 GB. */
  readonly huge: boolean;
  /** A small form, for trying: nothing of it is written down. */
  readonly short: boolean;
  /** Removed by the runner when the part has ended, however it ends. */
  readonly folder: string;
  readonly say: (words: string) => void;
};

export type Part = {
  readonly name: string;
  readonly title: string;
  readonly run: (options: PartOptions) => Promise<PartResult>;
};
