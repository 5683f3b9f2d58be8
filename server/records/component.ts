import { COMPONENTS, type Component } from '../../src/contract/improvements.ts';

/** A stored component; null where none is, or a word that this version does not know. */
export const componentNamed = (text: string | null): Component | null =>
  COMPONENTS.find((component) => component === text) ?? null;
