import type { Action } from '../src/domain/policy.ts';
import { audited } from './auth/audit.ts';
import { createAuditQueue, type AuditQueue } from './auth/audit-queue.ts';
import { createAuthState, type AuthState } from './auth/auth-state.ts';
import type { PasswordCost } from './auth/passwords.ts';
import { createProvider, type Provider } from './auth/provider.ts';
import { createCondition, type Condition } from './condition/condition.ts';
import { observeDatabase } from './condition/observe-database.ts';
import type { Database } from './db/database.ts';
import { createDisplayChannel, type DisplayChannel } from './displays/display-channel.ts';
import { createHeardDisplays, type HeardDisplays } from './displays/heard.ts';
import { createLiveChannel, type LiveChannel } from './live/live-channel.ts';
import type { Log } from './log.ts';
import { createDataReader, type DataReader } from './services/data-reader.ts';
import type { Settings } from './settings.ts';

/** What the service needs to know of the running jobs; the job queue itself is `server/jobs`. */
export type JobState = {
  /** An import, undo or rebuild is running or waiting. */
  readonly busy: () => boolean;
};

/**
 * All that a verb of the service works with: `getHealth(ctx, …)`. Nothing global, no clock of its own, so a test hands
 * in a temporary database and a fixed time.
 */
export type ServiceContext = {
  readonly db: Database;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  readonly settings: Settings;
  readonly log: Log;
  readonly live: LiveChannel;
  /** The figures of the committed data version, held in memory. */
  readonly data: DataReader;
  /** Build of service and app. */
  readonly build: string;
  readonly jobs: JobState;
  readonly auth: AuthState;
  /** What displays last said, and what moves of them. */
  readonly displays: { readonly heard: HeardDisplays; readonly channel: DisplayChannel };
  /** Of OpenID Connect; null where people sign in another way. */
  readonly provider: Provider | null;
  /** Entries of the audit log that wait until the database is free. */
  readonly auditQueue: AuditQueue;
  /**
   * Refuses what whoever this context acts for may not do; `teams` as in `mayDo`. The context of the service itself, which
   * acts for nobody, refuses nothing: requests work with `actingFor(ctx, caller)`.
   * @throws ServiceFailure `forbidden`.
   */
  readonly assertMay: (action: Action, teams: readonly string[]) => void;
  /** What keeps the service from working as it should, if anything. */
  readonly condition: Condition;
};

export type ContextParts = Pick<ServiceContext, 'db' | 'clock' | 'settings' | 'log' | 'build' | 'jobs'> & {
  /** Cheaper than in earnest, for tests. */
  readonly passwordCost?: PasswordCost;
};

const providerOf = ({ settings, clock, log }: ContextParts): Provider | null => {
  const { signIn, address } = settings;
  return signIn.way === 'oidc' && address !== null ? createProvider({ settings: signIn, address, clock, log }) : null;
};

/** Completes a context with what follows from its parts. */
export const createContext = ({ passwordCost, ...parts }: ContextParts): ServiceContext => {
  const condition = createCondition(parts.log, parts.clock);
  const db = observeDatabase(parts.db, condition);
  return {
    ...parts,
    db: audited(db, parts.clock),
    condition,
    live: createLiveChannel(),
    data: createDataReader(db),
    auditQueue: createAuditQueue(db, parts.log),
    auth: createAuthState(parts.clock, passwordCost),
    displays: { heard: createHeardDisplays(), channel: createDisplayChannel() },
    provider: providerOf(parts),
    assertMay: () => undefined,
  };
};
