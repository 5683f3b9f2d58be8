import { SIGN_IN_PROBLEMS, type SignInProblem } from '../../contract/sign-in-page.ts';

/** Why somebody was not let in, and what they or an administrator can do about it. */
const WORDS: Readonly<Record<SignInProblem, string>> = {
  cancelled: 'You turned back before you were signed in.',
  expired: 'The sign-in took too long, or was begun in another tab. Try again.',
  'provider-unreachable': 'Your organisation’s sign-in does not answer. Try again in a while.',
  failed: 'The answer of your organisation’s sign-in was not accepted. Try again; Kept’s log says why it was not.',
  'too-many-tries': 'Too many tries came from your network address. Try again in a few minutes.',
  'no-email': 'Your organisation’s sign-in did not say your e-mail, by which Kept knows you. Tell an administrator.',
  'unverified-email':
    'Your organisation’s sign-in has not confirmed that the e-mail is yours. Confirm it there, then try again.',
  'other-domain': 'Kept lets in e-mails of your organisation alone. Choose another account there.',
  'unknown-person': 'Kept does not know you yet. An administrator can invite you.',
  'other-person':
    'Your e-mail belongs to another account here. An administrator can disable and enable you again, then yours counts.',
  disabled: 'Your account is disabled. An administrator can enable it.',
  'nobody-named': 'Your organisation’s sign-in stands before Kept and did not say who you are. Tell whoever runs it.',
  'not-by-proxy': 'Kept is reached by your organisation’s own address alone. Open it from there.',
};

/** The problem in words; null for a text that names none. */
export function problemWords(problem: string | null): string | null {
  const known = SIGN_IN_PROBLEMS.find((each) => each === problem);
  return known === undefined ? null : WORDS[known];
}
