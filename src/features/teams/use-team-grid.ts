import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { goalsQuery } from '../../api/goal-queries.ts';
import { observationsQuery } from '../../api/queries.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { formats, type Formats } from '../../domain/format.ts';
import { isoWeekLabel, type WeekNumber } from '../../domain/week.ts';
import { breathe } from '../../parts/breathe.ts';
import { useAnswers } from '../../parts/use-answers.ts';
import { readScorecard, type Scorecard } from '../../reading/read-scorecard.ts';
import { readScope } from '../../reading/scope.ts';
import {
  gridColumns,
  gridIndicators,
  gridRow,
  gridTeams,
  seriesOfTeams,
  type GridContext,
  type GridRow,
} from '../../reading/team-grid.ts';
import { teamRows } from '../../reading/team-tree.ts';
import type { TeamsView } from '../../state/view.ts';

/** Reading rows holds the page up for no longer than this at a time. */
const SLICE_MS = 12;
const NO_ROWS: readonly GridRow[] = [];
const NOTHING_READ: Progress = { read: 0, of: 0 };

export type TeamGrid = {
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly firstWeek: WeekNumber;
  readonly columns: readonly Indicator[];
  /** In the hierarchy's order; fewer than there will be while they are read. */
  readonly rows: readonly GridRow[];
  readonly reading: 'done' | Progress;
};

/** Teams read so far, and how many there are. */
export type Progress = { readonly read: number; readonly of: number };

export type TeamGridState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ready'; readonly grid: TeamGrid };

/** Figures of the organisation and of every team, with the goals that run, read row by row. */
export function useTeamGrid(view: TeamsView): TeamGridState {
  const answers = useAnswers({ week: view.week, compare: view.compare, teams: [] });
  const goals = useQuery(goalsQuery());
  const input = answers.kind === 'ready' ? answers.input : null;
  const card = useMemo(() => (input === null ? null : readScorecard(input)), [input]);
  const running = goals.data?.goals ?? null;
  const columns = useMemo(
    () => (card === null || running === null ? null : gridColumns(card, running)),
    [card, running],
  );
  const byTeam = useQuery({
    ...observationsQuery({
      teams: [],
      indicators: columns === null ? [] : gridIndicators(columns),
      by: 'team',
      span: card === null ? 'latest' : { from: isoWeekLabel(card.scope.from), to: isoWeekLabel(card.scope.to) },
    }),
    enabled: columns !== null && columns.length > 0,
  });
  // Another week's figures are not this one's.
  const answer = byTeam.isPlaceholderData ? undefined : byTeam.data;
  const teams = answers.kind === 'ready' ? answers.teams : null;
  const context = useMemo((): GridContext | null => {
    if (card === null || running === null || columns === null || answer === undefined || teams === null) return null;
    return {
      card,
      teams,
      goals: running,
      columns,
      answer,
      byTeam: seriesOfTeams(answer),
      targets: readScope({ ...answer, series: [] }, card.indicators, card.today).targets,
      formats: formats(card.catalogue.organisation.locale),
    };
  }, [card, running, columns, answer, teams]);
  const read = useRows(context);
  if (answers.kind === 'empty' || answers.kind === 'failed') return answers;
  const failed = [goals, byTeam].find((query) => query.isError && query.data === undefined);
  if (failed?.error != null) return { kind: 'failed', error: failed.error, retry: () => void failed.refetch() };
  if (answers.kind === 'loading' || card === null || columns === null) return { kind: 'loading' };
  if (columns.length > 0 && context === null) return { kind: 'loading' };
  return {
    kind: 'ready',
    grid: {
      card,
      columns,
      formats: formats(card.catalogue.organisation.locale),
      firstWeek: answers.firstWeek,
      rows: read.rows,
      reading: columns.length === 0 ? 'done' : read.reading,
    },
  };
}

type Read = { readonly context: GridContext | null } & Pick<TeamGrid, 'rows'>;

/** Rows of hundreds of teams, a slice at a time. Those of the context before stay until the new ones are all there. */
function useRows(context: GridContext | null): Pick<TeamGrid, 'rows' | 'reading'> {
  const [read, setRead] = useState<Read>({ context: null, rows: NO_ROWS });
  const [progress, setProgress] = useState<Progress>(NOTHING_READ);
  // Rows that stand are not drawn anew for every slice of those that will replace them.
  const standing = useRef<'rows' | 'none'>('none');
  useEffect(() => {
    if (context === null) return undefined;
    let state: 'wanted' | 'left' = 'wanted';
    const told = (so: Progress): void => {
      if (standing.current === 'none') setProgress(so);
    };
    void readRows(context, { wanted: () => state === 'wanted', told }).then((rows) => {
      if (rows === null) return;
      standing.current = 'rows';
      setRead({ context, rows });
    });
    return () => {
      state = 'left';
    };
  }, [context]);
  return { rows: read.rows, reading: read.context === context && context !== null ? 'done' : progress };
}

/** null where nobody wants them any more. `told` hears of every slice. */
async function readRows(
  context: GridContext,
  does: { readonly wanted: () => boolean; readonly told: (progress: Progress) => void },
): Promise<readonly GridRow[] | null> {
  const { card, teams } = context;
  const { locale, name } = card.catalogue.organisation;
  const all = gridTeams(teamRows(teams, locale), name);
  const rows: GridRow[] = [];
  let begun = performance.now();
  for (const team of all) {
    if (performance.now() - begun > SLICE_MS) {
      does.told({ read: rows.length, of: all.length });
      await breathe();
      if (!does.wanted()) return null;
      begun = performance.now();
    }
    rows.push(gridRow(context, team));
  }
  return does.wanted() ? rows : null;
}
