import plain from '../../parts/plain-page.module.css';
import { useMay } from '../../parts/use-session.ts';
import styles from './displays-page.module.css';

/** What a display is and how one is set up; the first thing to read where there is none. */
export function HowToPair({ standing }: { readonly standing: 'none' | 'some' }) {
  const mayApprove = useMay()('approveDisplay');
  return (
    <section className={plain.section} aria-labelledby="pair">
      <h2 id="pair">{standing === 'none' ? 'No display hangs yet' : 'One more display'}</h2>
      <p className={plain.quiet}>
        A display is a screen on a wall, with any computer and a browser behind it. It shows slides by itself, without a
        keyboard and without anybody signed in: figures of enough cases, never a customer, a name or a record. Its
        letters are as large as its distance asks. It says how old its figures are, and when it has lost the service.
      </p>
      <ol className={styles.steps}>
        <li>
          Open <b className={styles.address}>{`${location.origin}/wall`}</b> in the browser of the screen. It shows a
          code of six characters, which is good for 15 minutes.
        </li>
        <li>
          {mayApprove
            ? 'Press “Approve a screen” here, type the code, and say what the display is called, how large it is, from how far it is read, and what it shows.'
            : 'Somebody who may set up displays, a team’s lead or an editor, types the code here and says what the display shows.'}
        </li>
        <li>
          The screen begins within seconds. It comes back by itself after it was switched off, and after the service
          was: let the computer start its browser with that address, in full screen. <code>docs/wall.md</code> sets up a
          small computer for it, step by step.
        </li>
      </ol>
    </section>
  );
}
