import { framePlan } from '../layout/frame-plan.ts';
import type { HeaderWords } from '../layout/header.ts';
import { drawItems, paginate, setItem, type Item, type ItemPage } from '../layout/items.ts';
import type { Kit } from '../layout/kit.ts';
import { cells, together } from '../layout/placed.ts';
import type { FreshSignal } from '../wall-page.ts';
import type { SlidePage } from './slide-page.ts';

/** One entry of a list, and the same as a sentence. */
export type Entry = {
  readonly id: string;
  readonly item: (kit: Kit) => Item;
  readonly sentence: string;
  readonly fresh?: FreshSignal | null;
  /** What the entry shows and what it leaves out beside itself. */
  readonly cells?: { readonly shown: readonly string[]; readonly leftOut: readonly string[] };
};

/** A list on as many pages as it needs; an entry goes on over pages only where it is higher than one. */
export function listPages(kit: Kit, header: HeaderWords, entries: readonly Entry[]): readonly SlidePage[] {
  const { least } = framePlan(kit, header.title);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const pagesOf = (drawing: Kit): readonly ItemPage[] =>
    paginate(
      drawing,
      entries.map((entry) => setItem(drawing, entry.item(drawing), least.width)),
      least.height,
    );
  const made = new Map<Kit['colours'], readonly ItemPage[]>([[kit.colours, pagesOf(kit)]]);
  const of = (drawing: Kit): readonly ItemPage[] => {
    const known = made.get(drawing.colours) ?? pagesOf(drawing);
    made.set(drawing.colours, known);
    return known;
  };
  return of(kit).map((page, index): SlidePage => {
    const on = page.flatMap(({ item }) => byId.get(item.id) ?? []);
    const first = page[0];
    return {
      key: first === undefined ? '' : first.from === 0 ? first.item.id : `${first.item.id}-${first.from}`,
      header,
      sentences: on.map(({ sentence }) => sentence),
      fresh: on.flatMap(({ fresh }) => fresh ?? [])[0] ?? null,
      draw: (drawing, room) =>
        together([
          drawItems(drawing, of(drawing)[index] ?? [], room),
          ...on.map((entry) => cells(entry.cells?.shown ?? [], entry.cells?.leftOut)),
        ]),
    };
  });
}
