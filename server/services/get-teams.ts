import type { Teams } from '../../src/contract/teams.ts';
import type { DataIndex } from './data-index.ts';

/** Teams and their hierarchy, by name. */
export const getTeams = (index: DataIndex): Teams => ({ teams: [...index.teams] });
