import * as oidc from 'openid-client';
import { SIGN_IN_PATH, type SignInProblem } from '../../src/contract/sign-in-page.ts';
import type { Log } from '../log.ts';
import { claimedBy, lacksClaims, type Claims, type ProvedClaim } from './claims.ts';
import type { Flow } from './flow-cookie.ts';
import type { SignInSettings } from './sign-in-settings.ts';

export type OidcSettings = Extract<SignInSettings, { readonly way: 'oidc' }>;

/** Where the browser begins to sign in; `?to=` is the path of the app to come back to. */
export const START_PATH = '/api/session/oidc';

/** Where the provider leads the browser back to, below the address of the service. */
export const CALLBACK_PATH = '/api/session/oidc/callback';

/** So long what the provider says of itself is taken as true: keys and addresses move, and it may have gone. */
const FRESH_MS = 60_000;
/** So long a provider that did not answer is not asked again: clicks do not pile up. */
const RETRY_MS = 2_000;
const TIMEOUT_SECONDS = 8;

/** Why nothing came of it, for the page; the log has more. */
export class ProviderFailure extends Error {
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem) {
    super(`the provider: ${problem}`);
    this.name = 'ProviderFailure';
    this.problem = problem;
  }
}

/** The provider of OpenID Connect, found by discovery when it is first needed, and again whenever it was away. */
export type Provider = {
  /** Looks for it, so that the log says early whether it is there. Never fails. */
  readonly look: () => Promise<void>;
  /** Address to lead the browser to, and what has to be found again when it comes back. @throws ProviderFailure */
  readonly begin: () => Promise<{ readonly address: string; readonly flow: Omit<Flow, 'to'> }>;
  /** Who came back, by the query of the way back. @throws ProviderFailure */
  readonly finish: (query: string, flow: Omit<Flow, 'to'>) => Promise<ProvedClaim>;
  /** Address at which the provider asks whether to sign out there too; null: it has none, or was not found yet. */
  readonly leave: () => string | null;
};

/** Codes alone: bodies and parameters of the exchange hold codes and tokens. */
const reasonOf = (error: unknown): Readonly<Record<string, unknown>> => {
  const { name, code, message } = error as Partial<oidc.ClientError>;
  const { cause } = error as { readonly cause?: unknown };
  const network = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  if (error instanceof oidc.AuthorizationResponseError) return { name, code, error: error.error.slice(0, 100) };
  if (error instanceof oidc.ResponseBodyError) {
    return { name, code, error: error.error.slice(0, 100), says: error.error_description?.slice(0, 200) };
  }
  /* A client that the provider does not know, or with another secret. */
  if (error instanceof oidc.WWWAuthenticateChallengeError) {
    return { name, code, status: error.status, error: error.cause[0]?.parameters.error?.slice(0, 100) };
  }
  return { name, code, message, ...(network === undefined ? {} : { network }) };
};

const AWAY: ReadonlySet<unknown> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

const problemOf = (error: unknown): SignInProblem => {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    return ['temporarily_unavailable', 'server_error'].includes(error.error) ? 'provider-unreachable' : 'failed';
  }
  /* A code that was used, or has run out. */
  if (error instanceof oidc.ResponseBodyError) return error.error === 'invalid_grant' ? 'expired' : 'failed';
  const isNetwork = error instanceof TypeError && error.message === 'fetch failed';
  return isNetwork || AWAY.has((error as Partial<oidc.ClientError>).code) ? 'provider-unreachable' : 'failed';
};

/**
 * `client_secret_basic`, which every client may use that was registered without saying so (OpenID Connect Core 1.0, 9);
 * by the body where the provider takes no other.
 */
const authenticationFor = (server: Readonly<oidc.ServerMetadata>, secret: string): oidc.ClientAuth => {
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const byBody = !methods.includes('client_secret_basic') && methods.includes('client_secret_post');
  return byBody ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
};

const discover = async ({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> => {
  const authenticate: oidc.ClientAuth = (server, ...rest) => authenticationFor(server, clientSecret)(server, ...rest);
  return oidc.discovery(new URL(issuer), clientId, undefined, authenticate, {
    timeout: TIMEOUT_SECONDS,
    execute: [
      /* The signature of the ID token is checked too, though it comes straight from the provider. */
      oidc.enableNonRepudiationChecks,
      /* eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the settings allow http on this machine alone */
      ...(new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  });
};

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

type ProviderInput = {
  readonly settings: OidcSettings;
  /** Of the service, an origin. */
  readonly address: string;
  readonly clock: () => number;
  readonly log: Log;
};

export const createProvider = ({ settings, address, clock, log }: ProviderInput): Provider => {
  let found: { readonly configuration: oidc.Configuration; readonly at: number } | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let away = false;
  let looking: Promise<oidc.Configuration> | null = null;

  const lookFor = async (): Promise<oidc.Configuration> => {
    try {
      const configuration = await discover(settings);
      found = { configuration, at: clock() };
      if (away) log.info({ issuer: settings.issuer }, 'the provider of the sign-in answers again');
      away = false;
      return configuration;
    } catch (error) {
      failedAt = clock();
      /* Once, not at every click. */
      if (!away) {
        log.warn({ issuer: settings.issuer, ...reasonOf(error) }, 'the provider of the sign-in cannot be found');
      }
      away = true;
      throw new ProviderFailure('provider-unreachable');
    }
  };

  const current = async (): Promise<oidc.Configuration> => {
    const now = clock();
    if (!away && found !== null && now - found.at < FRESH_MS) return found.configuration;
    if (away && now - failedAt < RETRY_MS) throw new ProviderFailure('provider-unreachable');
    looking ??= lookFor().finally(() => {
      looking = null;
    });
    return looking;
  };

  /** What the ID token says, and where that lacks something, the userinfo endpoint. */
  const claimsOf = async (configuration: oidc.Configuration, tokens: Tokens): Promise<readonly Claims[]> => {
    const idToken = tokens.claims();
    if (idToken === undefined) throw new ProviderFailure('failed');
    const { userinfo_endpoint: userInfo } = configuration.serverMetadata();
    if (userInfo === undefined || !lacksClaims(idToken, settings)) return [idToken];
    return [idToken, await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub)];
  };

  return {
    look: async () => {
      await current().catch(() => undefined);
    },
    begin: async () => {
      const configuration = await current();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const to = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: `${address}${CALLBACK_PATH}`,
        scope: settings.scopes,
        ...{ state, nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: to.href, flow: { state, nonce, verifier } };
    },
    finish: async (query, { state, nonce, verifier }) => {
      try {
        /* What was found when the sign-in began serves its end too; another process may have begun it. */
        const configuration = found?.configuration ?? (await current());
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${address}${CALLBACK_PATH}${query}`), {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        });
        const claim = claimedBy(await claimsOf(configuration, tokens), settings);
        if (claim.issuer === '' || claim.subject === '') throw new ProviderFailure('failed');
        return claim;
      } catch (error) {
        if (error instanceof ProviderFailure) throw error;
        const problem = problemOf(error);
        log.warn({ issuer: settings.issuer, problem, ...reasonOf(error) }, 'a sign-in was not accepted');
        throw new ProviderFailure(problem);
      }
    },
    leave: () => {
      if (found?.configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(found.configuration, { post_logout_redirect_uri: `${address}${SIGN_IN_PATH}` })
        .href;
    },
  };
};
