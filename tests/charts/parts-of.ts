/** Elements inside a drawing: hidden from readers, so no role or text finds them. */
export function partsOf(element: Element, selector: string): readonly Element[] {
  return [...element.querySelectorAll(selector)];
}

/** Neighbours in a list: each with the one before it. */
export function neighbours<Item>(items: readonly Item[]): ReadonlyArray<readonly [before: Item, after: Item]> {
  return items.slice(1).map((after, k) => [items[k] ?? after, after] as const);
}
