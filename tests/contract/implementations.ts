import type { Implementation } from './implementation.ts';
import { mocks } from './mocks-implementation.ts';
import { service } from './service-implementation.ts';

/** Every implementation of the contract; each test of this folder runs on all of them. */
export const IMPLEMENTATIONS: readonly Implementation[] = [mocks, service];
