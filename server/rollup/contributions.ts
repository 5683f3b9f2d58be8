import type { Base, KeyKind, Scope, SqlSettings } from '../indicators/base.ts';
import type { IndicatorDefinition, Part } from '../indicators/definition.ts';
import type { Transaction } from '../db/database.ts';

/** Temporary table of contributions: what some records add to (or, counted before a change, take from) each bucket. */
export const CONTRIBUTIONS = 'contribution';

export const createContributions = async (tx: Transaction): Promise<void> => {
  await tx.createTemp(
    CONTRIBUTIONS,
    `indicator_id text not null, team_id text not null, week integer not null,
     numerator double precision not null, denominator double precision not null`,
  );
};

type PartOf = { readonly indicatorId: string; readonly part: Part };

const partsByBase = (definitions: readonly IndicatorDefinition[]): ReadonlyMap<Base, readonly PartOf[]> => {
  const found = new Map<Base, PartOf[]>();
  for (const { id, parts } of definitions) {
    for (const part of parts) found.set(part.base, [...(found.get(part.base) ?? []), { indicatorId: id, part }]);
  }
  return found;
};

/** Records are read once for a base: first summed by team and weeks (the cube), then handed out to the indicators. */
const CUBE = 'contribution_cube';

const insertPart = (
  { indicatorId, part }: PartOf,
  sumOf: (expression: string) => string,
  week: string,
  condition: string,
  sign: 1 | -1,
): string => {
  const numerator = sumOf(part.numerator);
  const denominator = sumOf(part.denominator);
  const signed = (sum: string): string => `cast(${sign === 1 ? '' : '-'}sum(${sum}) as double precision)`;
  return `insert into ${CONTRIBUTIONS} (indicator_id, team_id, week, numerator, denominator)
    select '${indicatorId}', team_id, ${week}, ${signed(numerator)}, ${signed(denominator)}
    from ${CUBE} where ${condition} group by team_id, ${week}
    having sum(${numerator}) <> 0 or sum(${denominator}) <> 0`;
};

/**
 * PostgreSQL cannot foresee how many rows come out of windows and grouped queries, takes them for one, and then joins all
 * claims with all claims row by row (20 s for 25,000). Where everything is counted, hashing is right in any case.
 */
const planFor = async (tx: Transaction, scope: Scope): Promise<void> => {
  if (tx.dialect !== 'postgres') return;
  await tx.exec(`set local enable_nestloop = ${scope.kind === 'all' ? 'off' : 'on'}`);
  await tx.exec(`set local work_mem = '64MB'`);
};

/**
 * Adds what the records in scope contribute, times `sign`.
 *
 * `scopeOf` says which keys of a kind to count; null leaves the bases of that kind out. Sums are whole numbers until
 * they are stored, so that adding and taking away is exact.
 */
export const addContributions = async (
  tx: Transaction,
  definitions: readonly IndicatorDefinition[],
  scopeOf: (key: KeyKind) => Scope | null,
  settings: SqlSettings,
  sign: 1 | -1,
): Promise<void> => {
  for (const [base, parts] of partsByBase(definitions)) {
    const scope = scopeOf(base.key);
    if (scope === null) continue;
    const expressions = [...new Set(parts.flatMap(({ part }) => [part.numerator, part.denominator]))].filter(
      (expression) => expression !== '0',
    );
    const sumOf = (expression: string): string => (expression === '0' ? '0' : `sum_${expressions.indexOf(expression)}`);
    const sums = expressions.map(
      (expression, index) => `${expression === '1' ? 'count(*)' : `sum(${expression})`} as sum_${index}`,
    );
    const weeks = base.weeks.join(', ');
    await planFor(tx, scope);
    await tx.createTempAs(
      CUBE,
      `select team_id, ${weeks}, ${sums.join(', ')} from (${base.sql(scope, settings)}) counted group by team_id, ${weeks}`,
    );
    for (const each of parts) {
      const { when } = each.part;
      if (when.kind === 'in-week') {
        await tx.exec(insertPart(each, sumOf, when.week, `${when.week} is not null`, sign));
        continue;
      }
      const within = `${when.from} is not null and (${when.to} is null or ${when.to} >= ${when.from})`;
      await tx.exec(insertPart(each, sumOf, when.from, within, sign));
      await tx.exec(
        insertPart(each, sumOf, `${when.to} + 1`, `${when.to} is not null and ${within}`, sign === 1 ? -1 : 1),
      );
    }
    await tx.exec(`drop table ${CUBE}`);
  }
  if (tx.dialect === 'postgres') await tx.exec('set local enable_nestloop = on');
};
