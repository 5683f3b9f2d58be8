import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { observationsQuery, teamsQuery } from '../../api/queries.ts';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { funnelTeams } from '../../reading/funnel-model.ts';
import {
  indicatorsByTeam,
  leafTeams,
  readTeams,
  readTeamWeeks,
  teamsBelow,
} from '../../reading/team-multiples-read.ts';
import type { IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { TeamsFunnel } from './teams-funnel.tsx';
import { TeamsMix } from './teams-mix.tsx';
import { TeamsMultiples } from './teams-multiples.tsx';
import styles from './teams.module.css';

type Props = {
  readonly view: IndicatorView;
  readonly card: Scorecard;
  readonly reading: Reading;
  readonly formats: Formats;
};

const NONE: readonly Team[] = [];

/**
 * The indicator by team: small multiples on one scale, never a league table; the rate in the mix of the week that it is
 * compared with; a funnel of the teams at the ends of the hierarchy. A scope with fewer than two teams below has no such
 * section.
 */
export function TeamsSection({ view, card, reading, formats }: Props) {
  const teams = useQuery(teamsQuery()).data?.teams ?? NONE;
  const { locale } = formats;
  const below = useMemo(() => teamsBelow(teams, view.teams, locale), [teams, view.teams, locale]);
  const leaves = useMemo(() => leafTeams(teams, view.teams, locale), [teams, view.teams, locale]);
  if (reading.kind === 'failed' || reading.measure.state === 'no-data' || below.length < 2) return null;
  return (
    <ByTeam card={card} reading={reading} formats={formats} view={view} teams={teams} below={below} leaves={leaves} />
  );
}

function ByTeam({
  view,
  card,
  reading,
  formats,
  teams,
  below,
  leaves,
}: Props & {
  readonly reading: Extract<Reading, { kind: 'read' }>;
  readonly teams: readonly Team[];
  readonly below: readonly Team[];
  readonly leaves: readonly Team[];
}) {
  const { id } = reading.indicator;
  const { week } = reading.measure;
  const [shows, setShows] = useState<'pictures' | 'table'>('pictures');
  // The same weeks as the page's own answer: limits are locked to the first weeks that are read.
  const answer = useQuery(
    observationsQuery({
      // Of the whole organisation every team is answered unnamed: hundreds of names would make an address too long.
      teams: view.teams.length === 0 ? [] : [...below, ...leaves].map((team) => team.id),
      indicators: indicatorsByTeam(id),
      by: 'team',
      span: { from: isoWeekLabel(card.scope.from), to: isoWeekLabel(card.scope.to) },
    }),
  );
  // What stays on the screen while other teams are on their way is those teams' alone.
  const data = answer.isPlaceholderData ? undefined : answer.data;
  const all = useMemo(
    () => (data === undefined ? null : readTeams(card, id, data, teams, below)),
    [card, id, data, teams, below],
  );
  const ends = useMemo(
    () =>
      data === undefined
        ? null
        : funnelTeams(
            readTeamWeeks(card, id, data, teams, leaves, week),
            readTeamWeeks(card, id, data, teams, below, week),
          ),
    [card, id, data, teams, leaves, below, week],
  );
  return (
    <section className={styles.section} aria-labelledby="by-team">
      <div className={styles.head}>
        <h2 id="by-team" className={styles.title}>
          By team, 26 weeks
        </h2>
        <p className={styles.sub}>Same scale; each team against its own natural variation</p>
        {all === null || all.length === 0 ? null : (
          <Button
            kind="quiet"
            className={styles.switch}
            aria-pressed={shows === 'table'}
            onClick={() => setShows(shows === 'table' ? 'pictures' : 'table')}
          >
            Table of teams
          </Button>
        )}
      </div>
      {answer.isError ? (
        <div role="alert" className={styles.message}>
          <p>
            <b>The teams could not be read.</b> {wordsOf(answer.error)}
          </p>
          <p>
            <Button kind="link" onClick={() => void answer.refetch()}>
              Try again
            </Button>
            {referenceOf(answer.error) === null ? null : ` Reference ${referenceOf(answer.error) ?? ''}`}
          </p>
        </div>
      ) : all === null || ends === null ? (
        <div className={styles.message}>
          <Skeleton width="100%" height={200} />
          <VisuallyHidden>Loading</VisuallyHidden>
        </div>
      ) : all.length === 0 ? (
        <p className={styles.message}>No team below has data of this measure yet.</p>
      ) : (
        <>
          <TeamsMultiples all={all} view={view} formats={formats} shows={shows} />
          <div className={styles.halves}>
            <TeamsMix card={card} reading={reading} all={all} formats={formats} />
            <TeamsFunnel teams={ends} formats={formats} indicator={reading.indicator} week={week} />
          </div>
        </>
      )}
    </section>
  );
}
