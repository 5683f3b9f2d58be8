import { ServiceFailure } from '../http/service-failure.ts';
import type { Settings } from '../settings.ts';

const WORDS = {
  open: 'Nobody signs in here: the settings say KEPT_SIGN_IN=open.',
  oidc: 'People sign in with the company account here, not with a password.',
  proxy: 'The proxy before Kept says who one is; there is nothing to sign in to.',
} as const;

/** @throws ServiceFailure `conflict` at `mode` where people do not sign in with a password. */
export const assertAccounts = ({ signIn }: Settings): void => {
  if (signIn.way !== 'accounts') throw new ServiceFailure('conflict', WORDS[signIn.way], 'mode');
};
