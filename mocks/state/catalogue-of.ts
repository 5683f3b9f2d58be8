import type { Catalogue } from '../../src/contract/catalogue.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { Dataset } from '../fixtures/dataset.ts';

/** What the mocked service answers as its catalogue. */
export function catalogueOf({ organisation, own, marks, missing, series }: Dataset): Catalogue {
  return {
    organisation,
    available: series.map(({ indicator }) => indicator).filter((id) => computedById(id) !== undefined),
    missing: [...missing],
    own: [...own],
    marks,
    weights: {},
  };
}
