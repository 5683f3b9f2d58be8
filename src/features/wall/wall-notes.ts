import type { Reload } from '../../domain/wall-reload.ts';

/** What a wall remembers over a reload of its page: where it was, what it has done. Kept as text under one name. */
export type WallNotes = {
  /** Key of the page that was on. */
  readonly page: string | null;
  readonly rotation: 'turning' | 'paused';
  /** The latest command that was carried out. */
  readonly command: number;
  readonly reloads: readonly Reload[];
  /** The service's id of the build that a script of the page belongs to. */
  readonly build: { readonly script: string; readonly id: string } | null;
};

/** The part of `Storage` that is needed here. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem'>;

export const NO_NOTES: WallNotes = { page: null, rotation: 'turning', command: 0, reloads: [], build: null };

const KEY = 'kept:wall';

/** Any stored text gives valid notes. */
export function notesOf(text: string | null): WallNotes {
  const { page, rotation, command, reloads, build } = recordOf(text);
  return {
    page: typeof page === 'string' ? page : null,
    rotation: rotation === 'paused' ? 'paused' : 'turning',
    command: typeof command === 'number' && Number.isInteger(command) && command >= 0 ? command : 0,
    reloads: Array.isArray(reloads) ? reloads.filter(isReload) : [],
    build: isBuild(build) ? { script: build.script, id: build.id } : null,
  };
}

/** What is remembered; `NO_NOTES` where storage is closed to the page. */
export function readNotes(storage: () => NoteStorage = () => localStorage): WallNotes {
  try {
    return notesOf(storage().getItem(KEY));
  } catch {
    return NO_NOTES;
  }
}

/** Whether it could be written: a page that cannot remember its reloads must not begin one. */
export function writeNotes(notes: WallNotes, storage: () => NoteStorage = () => localStorage): boolean {
  try {
    const text = JSON.stringify(notes);
    storage().setItem(KEY, text);
    return storage().getItem(KEY) === text;
  } catch {
    return false;
  }
}

export type NotesKeeper = {
  readonly now: () => WallNotes;
  /** Whether it could be kept. */
  readonly change: (change: Partial<WallNotes>) => boolean;
};

/** Notes that are read once and written with every change. */
export function notesKeeper(notes: {
  readonly read: () => WallNotes;
  readonly write: (notes: WallNotes) => boolean;
}): NotesKeeper {
  let now = notes.read();
  return {
    now: () => now,
    change: (change) => {
      now = { ...now, ...change };
      return notes.write(now);
    },
  };
}

function recordOf(text: string | null): Readonly<Partial<Record<keyof WallNotes, unknown>>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const WHY: readonly unknown[] = ['build', 'night', 'command', 'failure'] satisfies ReadonlyArray<Reload['why']>;

function isReload(value: unknown): value is Reload {
  if (typeof value !== 'object' || value === null) return false;
  const { at, why, build } = value as Partial<Record<keyof Reload, unknown>>;
  return Number.isFinite(at) && WHY.includes(why) && (build === null || typeof build === 'string');
}

function isBuild(value: unknown): value is { readonly script: string; readonly id: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { script, id } = value as { readonly script?: unknown; readonly id?: unknown };
  return typeof script === 'string' && typeof id === 'string';
}
