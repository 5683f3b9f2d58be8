import type { Display } from '../../src/contract/displays.ts';

/** What a display last said, as this process heard it: it is written down now and then, and not while an import works. */
export type Heard = {
  readonly at: number;
  readonly beat: NonNullable<Display['beat']>;
  readonly pollSeconds: number;
  /** Commands up to this one were carried out, or cannot be told again. */
  readonly commandDone: number;
};

export type HeardDisplays = {
  readonly of: (displayId: string) => Heard | null;
  /** Keeps it; true where it is time to write it down. */
  readonly keep: (displayId: string, heard: Heard) => boolean;
  /** It could not be written down: the next one is to be. */
  readonly unwritten: (displayId: string) => void;
  readonly forget: (displayId: string) => void;
};

/** So often, whenever a command was carried out, and when the service's clock was set back. */
const WRITE_EVERY_MS = 30_000;

export const createHeardDisplays = (): HeardDisplays => {
  const heardOf = new Map<string, { readonly heard: Heard; readonly writtenAt: number }>();
  return {
    of: (displayId) => heardOf.get(displayId)?.heard ?? null,
    keep: (displayId, heard) => {
      const before = heardOf.get(displayId);
      const writtenAt = before?.writtenAt ?? Number.NEGATIVE_INFINITY;
      const due = Math.abs(heard.at - writtenAt) >= WRITE_EVERY_MS || heard.commandDone !== before?.heard.commandDone;
      heardOf.set(displayId, { heard, writtenAt: due ? heard.at : writtenAt });
      return due;
    },
    unwritten: (displayId) => {
      const found = heardOf.get(displayId);
      if (found !== undefined) heardOf.set(displayId, { ...found, writtenAt: Number.NEGATIVE_INFINITY });
    },
    forget: (displayId) => {
      heardOf.delete(displayId);
    },
  };
};
