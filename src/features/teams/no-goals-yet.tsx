import { Link } from 'wouter';
import { addressOf } from '../../state/address.ts';
import { GOALS, scopedOf, type TeamsView } from '../../state/view.ts';
import styles from './teams.module.css';

/** Neither a goal nor a target anywhere: why that matters, and where the first one is set. */
export function NoGoalsYet({ view }: { readonly view: TeamsView }) {
  return (
    <section className={styles.message}>
      <h2>No team has a goal yet</h2>
      <p>
        A goal says where a figure shall be, by when, from where, and who answers for it. Without one a figure can only
        be compared with itself. Set the first one for the whole organisation, then for each team, or import targets as
        goals.
      </p>
      <p>
        <Link className={styles.link} href={addressOf({ ...GOALS, ...scopedOf(view), teams: [] })}>
          Set a goal for the organisation
        </Link>
      </p>
    </section>
  );
}
