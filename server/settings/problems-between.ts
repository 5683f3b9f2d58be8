import { isLoopbackHost } from '../auth/sign-in-settings.ts';
import type { Environment } from './environment.ts';
import { isSafeAddress } from './value-kinds.ts';

/** What single variables cannot know: which of them go together. */
export const problemsBetween = (env: Environment): string[] => {
  const { HOST, KEPT_SIGN_IN: way, KEPT_ADDRESS: address, KEPT_PROXIES: proxies } = env;
  const problems: string[] = [];
  if (way === 'open' && !isLoopbackHost(HOST)) {
    problems.push(
      `HOST (${HOST}) must be 127.0.0.1, localhost or ::1 as long as nobody has to sign in: whoever reaches the port ` +
        'may read and change everything. Choose a way to sign in, KEPT_SIGN_IN=accounts (or oidc, or proxy) with ' +
        'KEPT_ADDRESS=https://…, or use an SSH tunnel: ssh -L 4000:127.0.0.1:4000 THIS-MACHINE',
    );
  }
  if (way === 'open' && address !== undefined) {
    problems.push(
      'KEPT_ADDRESS is for a service that others reach, and then one must sign in: set KEPT_SIGN_IN to accounts, oidc or proxy.',
    );
  }
  if (way !== 'open' && address === undefined && (way === 'oidc' || !isLoopbackHost(HOST))) {
    problems.push('KEPT_ADDRESS is needed: the address that people type, such as https://kept.example.org');
  }
  if (typeof address === 'string' && !isSafeAddress(address)) {
    problems.push(
      `KEPT_ADDRESS (${address}) must begin with https://: passwords and sessions would travel for all to read. Put a ` +
        'reverse proxy that ends TLS before Kept (docs/operations.md).',
    );
  }
  if (way === 'proxy' && proxies.length === 0) {
    problems.push(
      'KEPT_PROXIES is needed with KEPT_SIGN_IN=proxy: the addresses from which the proxy asks, such as 127.0.0.1. ' +
        'From any other address its header is not believed.',
    );
  }
  return problems;
};
