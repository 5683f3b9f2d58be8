import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import type { Transaction } from '../db/database.ts';
import { UNASSIGNED } from '../indicators/base.ts';
import type { StagedKind } from './stage-records.ts';
import type { CoverageSpan, WriteRecordsInput } from './types.ts';

/** Day columns (SQL) by which the rows of a kind tell what a file covers. */
type Dated = {
  /** Days of events that happened. */
  readonly happened: readonly string[];
  /** Days that were merely promised: they extend the start, and the end only where nothing has happened. */
  readonly promised: readonly string[];
  /** First day, where it is not one of these. */
  readonly first?: string;
};

const DATED: Readonly<Partial<Record<RecordKind, Dated>>> = {
  orders: { happened: ['ordered_day'], promised: [] },
  order_lines: { happened: ['delivered_day', 'returned_day'], promised: ['promised_day'] },
  claims: { happened: ['opened_day', 'resolved_day'], promised: [] },
  claim_events: { happened: ['at_day'], promised: [] },
  contacts: { happened: ['at_day'], promised: [] },
  evaluations: { happened: ['answered_day'], promised: [] },
  costs: { happened: ['incurred_day'], promised: [] },
  loop_steps: { happened: ['at_day'], promised: [] },
  observations: { happened: ['week * 7 + 3'], promised: [], first: 'week * 7 - 3' },
};

const teamsOf = (kind: RecordKind, stage: string, stagedKinds: readonly RecordKind[]): string => {
  const via = (table: 'orders' | 'claims', key: string): string => {
    const staged = stagedKinds.includes(table);
    return `select distinct ${staged ? 'coalesce(n.team_id, o.team_id)' : 'o.team_id'} as team_id from ${stage} s
      left join ${table} o on o.${key} = s.${key} ${staged ? `left join stage_${table} n on n.${key} = s.${key}` : ''}`;
  };
  if (kind === 'order_lines') return via('orders', 'order_id');
  if (kind === 'claim_events' || kind === 'contacts') return via('claims', 'claim_id');
  return kind === 'loop_steps' ? `select cast(null as text) as team_id` : `select distinct team_id from ${stage}`;
};

/** The one team that all rows of the kind are of, in an organisation of several; null: they cover all teams. */
const onlyTeam = async (
  tx: Transaction,
  staged: StagedKind,
  stagedKinds: readonly RecordKind[],
): Promise<string | null> => {
  const known = `select team_id from teams ${stagedKinds.includes('teams') ? 'union select team_id from stage_teams' : ''}`;
  if ((await tx.all(`select team_id from (${known}) known limit 2`)).length < 2) return null;
  const found = await tx.all<{ team_id: string | null }>(
    `select team_id from (${teamsOf(staged.kind, staged.stage, stagedKinds)}) found limit 2`,
  );
  const team = found[0]?.team_id ?? null;
  return found.length === 1 && team !== UNASSIGNED ? team : null;
};

const spanOf = async (
  tx: Transaction,
  { stage }: StagedKind,
  { happened, promised, first }: Dated,
): Promise<{
  readonly from: number | null;
  readonly happenedTo: number | null;
  readonly promisedTo: number | null;
}> => {
  const all = [...happened, ...promised];
  const columns = [
    ...all.map((day, index) => `min(${index === 0 && first !== undefined ? first : day}) as from_${index}`),
    ...all.map((day, index) => `max(${day}) as to_${index}`),
  ];
  const row =
    (await tx.all<Readonly<Record<string, number | null>>>(`select ${columns.join(', ')} from ${stage}`))[0] ?? {};
  const values = (prefix: string, from: number, to: number): number[] =>
    all
      .slice(from, to)
      .map((_, index) => row[`${prefix}_${index + from}`] ?? null)
      .filter((value) => value !== null);
  const most = (found: readonly number[]): number | null => (found.length === 0 ? null : Math.max(...found));
  const starts = values('from', 0, all.length);
  return {
    from: starts.length === 0 ? null : Math.min(...starts),
    happenedTo: most(values('to', 0, happened.length)),
    promisedTo: most(values('to', happened.length, all.length)),
  };
};

/**
 * The days that an import covers, by kind (see `Covers`). A covered day without rows is a zero, an uncovered one a gap:
 * so a file covers from its first event to its last, and never beyond the day on which it was imported.
 */
export const coverageOf = async (
  tx: Transaction,
  staged: readonly StagedKind[],
  input: Pick<WriteRecordsInput, 'covers' | 'now' | 'settings'>,
): Promise<readonly CoverageSpan[]> => {
  const { covers } = input;
  if (covers.how === 'listed') return covers.spans;
  const today = zoneClock(input.settings.timeZone).dayOfInstant(input.now);
  const kinds = staged.map(({ kind }) => kind);
  const spans: CoverageSpan[] = [];
  for (const each of staged) {
    const dated = DATED[each.kind];
    if (dated === undefined || each.rows === 0) continue;
    const teamId = await onlyTeam(tx, each, kinds);
    if (covers.how === 'declared') {
      spans.push({ kind: each.kind, teamId, fromDay: covers.fromDay, toDay: covers.toDay });
      continue;
    }
    const { from, happenedTo, promisedTo } = await spanOf(tx, each, dated);
    const to = Math.min(today, happenedTo ?? promisedTo ?? -Infinity);
    if (from !== null && from <= to) spans.push({ kind: each.kind, teamId, fromDay: from, toDay: to });
  }
  return spans;
};
