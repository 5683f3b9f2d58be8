import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import type { DataIndex } from '../services/data-index.ts';

/**
 * The indicator of this id, where a display may have its figures; null for those of staff, whatever defines them, and for
 * what stands in no catalogue: of that nobody knows how many cases are enough.
 */
export const shownIndicator = (index: Pick<DataIndex, 'own'>, id: string): Indicator | null => {
  const builtIn = indicatorById(id);
  if (builtIn?.group === 'staff') return null;
  const own = index.own.find((entry) => entry.id === id);
  if (own !== undefined) return ownIndicator(own);
  return builtIn?.origin === 'computed' ? builtIn : null;
};
