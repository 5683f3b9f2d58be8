import { sqlSettings } from '../rollup/sql-settings.ts';
import type { FigureSettings } from '../records/types.ts';
import type { Weeks } from './base.ts';
import type { Part } from './definition.ts';

/** `teamIds`: the scope with everything below it already expanded; null: the whole organisation. */
export type PartRowsQuery = {
  readonly teamIds: readonly string[] | null;
  readonly weeks: Weeks;
  readonly settings: FigureSettings;
};

/** A text as SQL. Ids alone come here, out of the database or checked against it. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A condition on `b.team_id`; null: the whole organisation. */
export const inTeams = (teamIds: readonly string[] | null): string => {
  if (teamIds === null) return '';
  return teamIds.length === 0 ? 'and 1 = 0' : `and b.team_id in (${teamIds.map(literal).join(', ')})`;
};

const inWeeks = ({ when }: Part, { from, to }: Weeks): string => {
  if (when.kind === 'in-week') return from === to ? `${when.week} = ${to}` : `${when.week} between ${from} and ${to}`;
  const begins = `${when.from} is not null and ${when.from} <= ${to}`;
  const ends = `${when.to} is null or ${when.to} >= ${from}`;
  return from === to
    ? `(${begins} and (${ends}))`
    : `(${begins} and (${ends}) and (${when.to} is null or ${when.to} >= ${when.from}))`;
};

/** In how many of the weeks a row that is in any of them counts. */
const timesCounted = ({ when }: Part, { from, to }: Weeks): string => {
  if (when.kind === 'in-week' || from === to) return '1';
  const last = `case when ${when.to} is null or ${when.to} > ${to} then ${to} else ${when.to} end`;
  const first = `case when ${when.from} < ${from} then ${from} else ${when.from} end`;
  return `((${last}) - (${first}) + 1)`;
};

/** Parts that read the same rows are read together. */
export const partsByRows = (parts: readonly Part[]): ReadonlyArray<readonly Part[]> => {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.find(([first]) => first?.base === part.base && first.candidates === part.candidates);
    if (group === undefined) groups.push([part]);
    else group.push(part);
  }
  return groups;
};

/**
 * The rows of some parts in one week or several, as the roll-up counts them, before they are summed. A row that counts in
 * several of the weeks counts so often. `$1` is the indicator.
 */
export const partRows = (parts: readonly [Part, ...Part[]], query: PartRowsQuery): string => {
  const [{ base, candidates }] = parts;
  const { weeks } = query;
  const added = (of: 'numerator' | 'denominator'): string =>
    parts
      .map((part) => {
        const times = timesCounted(part, weeks);
        const value = times === '1' ? part[of] : `${times} * (${part[of]})`;
        return `case when ${inWeeks(part, weeks)} then ${value} else 0 end`;
      })
      .join(' + ');
  const notes = parts.flatMap((part) =>
    part.note === undefined ? [] : [`when ${inWeeks(part, weeks)} then ${part.note}`],
  );
  return `select record_id, '${base.records}' as kind, team_id,
      ${added('numerator')} as numerator, ${added('denominator')} as denominator,
      ${notes.length === 0 ? 'cast(null as text)' : `case ${notes.join(' ')} end`} as note
    from (${base.sql(candidates(weeks), sqlSettings(query.settings))}) b
    where (${parts.map((part) => inWeeks(part, weeks)).join(' or ')}) and b.team_id not in (
      select s.team_id from sent_observations s where s.indicator_id = $1 and s.voided_at is null)
      ${inTeams(query.teamIds)}`;
};
