import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { teamsQuery } from '../../api/queries.ts';
import { PageFrame } from '../../parts/page-frame.tsx';
import { scopeName } from '../../reading/team-tree.ts';
import { addressOf } from '../../state/address.ts';
import { useScreen } from '../../state/screen.ts';
import { TEAMS, scopedOf, type GoalsView } from '../../state/view.ts';
import styles from './goals.module.css';

/** An address with several teams: a goal has one owner, so the page offers each of them. */
export function SeveralTeams({ view, notices }: { readonly view: GoalsView; readonly notices: ReactNode }) {
  const screen = useScreen();
  const { data } = useQuery(teamsQuery());
  const link = (team: string | null): string => addressOf({ ...view, teams: team === null ? [] : [team], goal: null });
  return (
    <PageFrame screen={screen} title={`Goals, ${view.teams.length} teams`} notices={notices} phoneTitle="shown">
      <section className={styles.message}>
        <h2>A goal belongs to one team, or to the whole organisation</h2>
        <p>The address names several teams. Choose whose goals to see:</p>
        <ul className={styles.links}>
          {view.teams.map((team) => (
            <li key={team}>
              <Link className={styles.link} href={link(team)}>
                {scopeName(data?.teams ?? [], [team])}
              </Link>
            </li>
          ))}
          <li>
            <Link className={styles.link} href={link(null)}>
              The whole organisation
            </Link>
          </li>
          <li>
            <Link className={styles.link} href={addressOf({ ...TEAMS, ...scopedOf(view), teams: [] })}>
              All teams side by side
            </Link>
          </li>
        </ul>
      </section>
    </PageFrame>
  );
}
