import { framePlan } from '../layout/frame-plan.ts';
import type { HeaderWords } from '../layout/header.ts';
import { drawItems, paginate, setItem, type Item, type ItemPage } from '../layout/items.ts';
import { text, type Kit } from '../layout/kit.ts';
import { cells, together, type Room } from '../layout/placed.ts';
import type { FreshSignal } from '../wall-page.ts';
import type { SlidePage } from './slide-page.ts';

/** One entry of a list, and the same as a sentence. */
export type Entry = {
  readonly id: string;
  readonly item: (kit: Kit) => Item;
  /** Its name as a title and what it is without it, where it needs pages of its own; left out: the list's title says it. */
  readonly alone?: { readonly title: string; readonly item: (kit: Kit) => Item };
  readonly sentence: string;
  readonly fresh?: FreshSignal | null;
  /** What the entry shows and what it leaves out beside itself. */
  readonly cells?: { readonly shown: readonly string[]; readonly leftOut: readonly string[] };
};

/**
 * A list on as many pages as it needs. An entry that is higher than a page goes on over pages of its own, each under its
 * name, so that no figure stands without what it is of.
 */
export function listPages(kit: Kit, header: HeaderWords, entries: readonly Entry[]): readonly SlidePage[] {
  const { least } = framePlan(kit, header.title);
  const pages: SlidePage[] = [];
  let beside: Entry[] = [];
  const flush = (): void => {
    if (beside.length > 0) pages.push(...pagesOf(kit, header, beside));
    beside = [];
  };
  for (const entry of entries) {
    if (entryFits(kit, entry.item(kit), least) || entry.alone === undefined) {
      beside.push(entry);
      continue;
    }
    flush();
    const { title, item } = entry.alone;
    pages.push(...pagesOf(kit, { title, extras: [] }, [{ ...entry, item }]));
  }
  flush();
  return pages;
}

const PAD = 14;

/** Whether an item stands whole on a page of its own. */
export function entryFits(kit: Kit, item: Item, { width, height }: Room): boolean {
  return setItem(kit, item, width).height + PAD * kit.sizes.u <= height;
}

function titleItem(kit: Kit, title: string, of: string): Item {
  return {
    id: `title of ${of}`,
    rows: [{ kind: 'text', before: 0, parts: [text(kit, title, 'floor', { weight: 600 })] }],
  };
}

function pagesOf(kit: Kit, header: HeaderWords, entries: readonly Entry[]): readonly SlidePage[] {
  const { least, header: plan } = framePlan(kit, header.title);
  const titled = plan.title.length === 0 ? 'in-content' : 'in-header';
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const made = new Map<Kit['colours'], readonly ItemPage[]>();
  const itemPages = (drawing: Kit): readonly ItemPage[] => {
    const known = made.get(drawing.colours);
    if (known !== undefined) return known;
    const items = [
      ...(titled === 'in-content'
        ? [setItem(drawing, titleItem(drawing, header.title, entries[0]?.id ?? ''), least.width)]
        : []),
      ...entries.map((entry) => setItem(drawing, entry.item(drawing), least.width)),
    ];
    const set = paginate(drawing, items, least.height);
    made.set(drawing.colours, set);
    return set;
  };
  return itemPages(kit).map((page, index): SlidePage => {
    const on = page.flatMap(({ item }) => byId.get(item.id) ?? []);
    const first = page[0];
    return {
      key: first === undefined ? '' : first.from === 0 ? first.item.id : `${first.item.id}-${first.from}`,
      header,
      sentences: on.map(({ sentence }) => sentence),
      fresh: on.flatMap(({ fresh }) => fresh ?? [])[0] ?? null,
      draw: (drawing, room) =>
        together([
          drawItems(drawing, itemPages(drawing)[index] ?? [], room),
          ...on.map((entry) => cells(entry.cells?.shown ?? [], entry.cells?.leftOut)),
        ]),
    };
  });
}
