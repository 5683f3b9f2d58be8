/** Where a page differs between teams, and what stands there for each of them. */
export type FloorCut = {
  /** The first page, its varying elements marked with `data-k`. */
  readonly html: string;
  /** Element by `data-k`, and what of it varies: its whole HTML (``), an attribute (`@d`) or a text child (`#0`). */
  readonly slots: ReadonlyArray<readonly [element: number, what: string]>;
  /** One list per page, in the order of the slots. */
  readonly values: ReadonlyArray<readonly string[]>;
};

/**
 * Cuts several pages of one structure into one page and lists of what varies: what a person would write by hand who
 * inlines the data of every team. Runs in the browser, so it uses nothing from outside of itself.
 */
export const cutPages = (pages: readonly string[]): FloorCut => {
  const roots = pages.map((html) => new DOMParser().parseFromString(html, 'text/html').body);
  const slots: Array<readonly [number, string]> = [];
  const values: string[][] = pages.map(() => []);
  let marks = 0;

  const same = (items: readonly unknown[]): boolean => items.every((item) => item === items[0]);
  const mark = (elements: readonly Element[]): number => {
    const known = elements[0]?.getAttribute('data-k');
    if (known != null) return Number(known);
    marks += 1;
    for (const element of elements) element.setAttribute('data-k', String(marks));
    return marks;
  };
  const slot = (elements: readonly Element[], what: string, of: (page: number) => string): void => {
    slots.push([mark(elements), what]);
    for (const [page, list] of values.entries()) list.push(of(page));
  };
  const shape = (element: Element): string =>
    `${element.tagName} ${element.getAttributeNames().sort().join(' ')} ${[...element.childNodes].map((child) => child.nodeName).join(' ')}`;
  const walk = (elements: readonly Element[]): void => {
    const [first] = elements;
    if (!first) return;
    if (!same(elements.map(shape))) {
      slot(elements, '', (page) => elements[page]?.outerHTML ?? '');
      return;
    }
    for (const name of first.getAttributeNames()) {
      const found = elements.map((element) => element.getAttribute(name) ?? '');
      if (name !== 'data-k' && !same(found)) slot(elements, `@${name}`, (page) => found[page] ?? '');
    }
    for (const [index, child] of [...first.childNodes].entries()) {
      const children = elements.map((element) => element.childNodes[index]);
      if (child.nodeType === Node.ELEMENT_NODE) walk(children as Element[]);
      else {
        const texts = children.map((node) => node?.textContent ?? '');
        if (!same(texts)) slot(elements, `#${index}`, (page) => texts[page] ?? '');
      }
    }
  };
  walk(roots);
  return { html: roots[0]?.innerHTML ?? '', slots, values };
};
