import { plainName } from '../../src/domain/plain-name.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';

/** What people write is known by their name: no two have one. */
export function takenName(state: MockState, name: string, id: string | null): Response | null {
  const taken = state.people.list().some((other) => other.id !== id && plainName(other.name) === plainName(name));
  return taken ? errorResponse('conflict', 'Somebody has this name already.', 'name') : null;
}
