import type { Session, WayIn } from '../../contract/session.ts';
import { EntranceFrame } from '../../parts/entrance-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { problemWords } from './problem-words.ts';
import styles from './sign-in-page.module.css';

type Props = {
  readonly session: Session;
  /** Where the person wanted to go: an address of this app, which a way in that leads elsewhere comes back to. */
  readonly to: string;
  /** Why the way in that was tried did not let them in, by its code; null: none has failed. */
  readonly problem: string | null;
};

/** The ways in that the service has. What was in the address bar stays there, and is shown once somebody is signed in. */
export function SignInPage({ session, to, problem }: Props) {
  const words = problemWords(problem);
  const { organisation, ways, mode } = session;
  const elsewhere = ways.filter((way): way is WayIn & { readonly path: string } => way.path !== null);
  return (
    <EntranceFrame title="Sign in" sub={organisation}>
      {words === null ? null : (
        <p role="alert" className={styles.problem}>
          {words}
        </p>
      )}
      {ways.some(({ way }) => way === 'password') ? <PasswordForm className={styles.form} /> : null}
      {elsewhere.length === 0 ? null : (
        <div className={styles.ways}>
          {elsewhere.map(({ way, name, path }) => (
            <a key={`${way} ${path}`} className={styles.way} href={withReturn(path, to)}>
              Sign in with {name}
            </a>
          ))}
        </div>
      )}
      {ways.length > 0 || words !== null ? null : (
        <p className={styles.quiet}>{NO_WAY[mode === 'proxy' ? 'proxy' : 'other']}</p>
      )}
    </EntranceFrame>
  );
}

const NO_WAY = {
  proxy:
    'Your organisation’s own sign-in stands before Kept, and has not said who you are, or Kept knows no one of that name. An administrator of Kept can add you.',
  other: 'This service has no way to sign in. Whoever runs it can choose one in its settings.',
} as const;

function withReturn(path: string, to: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ to }).toString()}`;
}
