import { isoWeekLabel, weekOfDay, type WeekNumber } from '../../../src/domain/week.ts';

/** Weeks of ready-made figures: two years, so that a year before stands too. */
const WEEKS = 104;
const DIMENSIONS = ['quality', 'quantity', 'opportunity', 'price'] as const;
const DAY = 86_400_000;

export type File = { readonly kind: 'indicators' | 'observations' | 'goals'; readonly text: string };

const csv = (rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  rows.map((row) => row.join(',')).join('\n');

/** The same number for the same place, between 0 and 1. */
const noise = (a: number, b: number, c: number): number => {
  const x = Math.sin(a * 12.9898 + b * 78.233 + c * 37.719) * 43_758.5453;
  return x - Math.floor(x);
};

/**
 * Files that bring `count` indicators of an organisation's own, for every team and each of the last two years' weeks, and
 * targets that about half of them miss: an agenda with much on it.
 */
export const ownIndicators = (count: number, teams: readonly string[], now: number): readonly File[] => {
  const last: WeekNumber = weekOfDay(Math.floor(now / DAY)) - 1;
  const ids = Array.from({ length: count }, (_, index) => `own-${String(index + 1).padStart(2, '0')}`);
  const indicators = ids.map((id, index) => [
    id,
    `Own measure ${index + 1}`,
    DIMENSIONS[index % DIMENSIONS.length] ?? 'quality',
    'percent',
    'higher',
    60,
    90,
    98,
    `Share of checks passed in area ${index + 1}`,
  ]);
  const observations = ids.flatMap((id, index) =>
    teams.flatMap((team, place) =>
      Array.from({ length: WEEKS }, (_, back) => {
        const denominator = 20 + Math.floor(noise(index, place, 1) * 40);
        const numerator = Math.round(denominator * (0.88 + 0.1 * noise(index, place, back)));
        return [id, team, isoWeekLabel(last - back), numerator, denominator];
      }),
    ),
  );
  const goals = ids.map((id, index) => [id, index % 2 === 0 ? 95 : 90, isoWeekLabel(last - WEEKS), '2027-12-31']);
  return [
    {
      kind: 'indicators',
      text: csv([
        ['indicator_id', 'name', 'dimension', 'unit', 'better', 'floor', 'pass', 'delight', 'definition'],
        ...indicators,
      ]),
    },
    {
      kind: 'observations',
      text: csv([['indicator_id', 'team_id', 'week', 'numerator', 'denominator'], ...observations]),
    },
    { kind: 'goals', text: csv([['indicator_id', 'target', 'from', 'due'], ...goals]) },
  ];
};

/** Brings a file in by the service's own endpoint. */
export const bringIn = async (origin: string, { kind, text }: File): Promise<void> => {
  const query = new URLSearchParams({ kind, fileName: `${kind}.csv`, wait: 'true', strict: 'true' });
  const answer = await fetch(`${origin}/api/imports?${query.toString()}`, { method: 'POST', body: text });
  const report = (await answer.json()) as { readonly status: string; readonly failure?: unknown };
  if (report.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(report).slice(0, 500)}`);
};
