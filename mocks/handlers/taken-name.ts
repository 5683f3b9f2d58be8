import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';

const plainName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** What people write is known by their name: no two have one. */
export function takenName(state: MockState, name: string, id: string | null): Response | null {
  const taken = state.people.list().some((other) => other.id !== id && plainName(other.name) === plainName(name));
  return taken ? errorResponse('conflict', 'Somebody has this name already.', 'name') : null;
}
