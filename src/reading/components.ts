import type { Component } from '../contract/improvements.ts';

/** What the six components of a service are called: in a list, and inside a sentence. */
export const COMPONENT_WORDS: Readonly<Record<Component, { readonly name: string; readonly short: string }>> = {
  product: { name: 'Product', short: 'the product' },
  procedures: { name: 'Procedures', short: 'procedures' },
  facilities: { name: 'Facilities', short: 'facilities' },
  systems: { name: 'Systems and equipment', short: 'systems' },
  information: { name: 'Information', short: 'information' },
  people: { name: 'People', short: 'people' },
};
