import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../../api/queries.ts';
import { listWords } from '../../domain/words.ts';
import styles from './account-panel.module.css';

/** More are counted: two hundred names would hide the rest. */
const MOST_NAMED = 4;

/** The teams of a lead, those below them included. */
export function TeamsLed({ teams }: { readonly teams: readonly string[] }) {
  const { data } = useQuery(teamsQuery());
  const names = teams.map((id) => data?.teams.find((team) => team.id === id)?.name ?? id);
  const more = names.length - MOST_NAMED;
  const named = more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  return <p className={styles.quiet}>{names.length === 0 ? 'Leads no team yet.' : `Leads ${listWords(named)}.`}</p>;
}
