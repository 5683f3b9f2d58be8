import type { RecordBatch } from '../../../server/records/types.ts';
import type { SampleBatch } from '../../../server/sample/types.ts';

const TEAMS_PER_REGION = 20;

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The same company cut into more teams: a customer's records all go to the same one. */
export function* spreadOverTeams(batches: Iterable<SampleBatch>, count: number): Generator<RecordBatch> {
  const teamOf = (customerId: string | null): string =>
    `team-${String(hashOf((customerId ?? '').replace(/-old$/, '')) % count).padStart(3, '0')}`;
  for (const batch of batches) {
    switch (batch.kind) {
      case 'teams':
        yield { kind: 'teams', rows: teamsOf(count) };
        break;
      case 'orders':
      case 'claims':
      case 'evaluations':
        yield { kind: batch.kind, rows: batch.rows.map((row) => ({ ...row, team_id: teamOf(row.customer_id) })) };
        break;
      case 'costs':
        yield { kind: 'costs', rows: batch.rows.map((row) => ({ ...row, team_id: teamOf(row.cost_id.slice(0, 8)) })) };
        break;
      case 'goals':
        /* Goals of teams that are cut away would be nobody's. */
        yield { kind: 'goals', rows: batch.rows.filter(({ team_id: team }) => team === null) };
        break;
      default:
        yield batch;
    }
  }
}

const teamsOf = (count: number) => {
  const regions = Math.ceil(count / TEAMS_PER_REGION);
  return [
    ...Array.from({ length: regions }, (_, index) => ({
      team_id: `region-${index}`,
      name: `Region ${index + 1}`,
      parent_team_id: null,
    })),
    ...Array.from({ length: count }, (_, index) => ({
      team_id: `team-${String(index).padStart(3, '0')}`,
      name: `Team ${index + 1}`,
      parent_team_id: `region-${Math.floor(index / TEAMS_PER_REGION)}`,
    })),
  ];
};
