import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Catalogue } from '../contract/catalogue.ts';
import { Health } from '../contract/health.ts';
import { Teams } from '../contract/teams.ts';
import { saidBy } from './api-error.ts';
import { request } from './client.ts';
import { notePoll } from './connection.ts';
import * as paths from './paths.ts';
import { TolerantObservations } from './read-observations.ts';

const SECOND = 1000;
/** Before the service has named its pace. */
const FIRST_POLL_SECONDS = 20;
/** Recent teams stay in memory, so that going back to one shows its figures at once. */
const KEEP = 30 * 60 * SECOND;

let pollSeconds = FIRST_POLL_SECONDS;

/** A poll interval with ±25 % of chance in it, so that many screens do not ask at the same moment. `chance` in [0, 1). */
export function jittered(seconds: number, chance: number): number {
  return seconds * SECOND * (0.75 + chance / 2);
}

/** The service's state, polled at the pace that it names; the one poller of the page, in the background too. */
export function healthQuery() {
  return queryOptions({
    queryKey: ['health'],
    queryFn: async () => {
      try {
        const health = await request(Health, paths.healthPath);
        pollSeconds = health.nextPollSeconds;
        notePoll({ kind: 'heard', at: Date.now() }, pollSeconds * SECOND);
        return health;
      } catch (error) {
        notePoll({ kind: 'missed', at: Date.now(), says: saidBy(error) }, pollSeconds * SECOND);
        throw error;
      }
    },
    // The interval is the retry: a retry of its own would count one outage several times.
    retry: false,
    networkMode: 'always',
    refetchInterval: () => jittered(pollSeconds, Math.random()),
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

export function catalogueQuery() {
  return queryOptions({ queryKey: ['catalogue'], queryFn: () => request(Catalogue, paths.cataloguePath) });
}

export function teamsQuery() {
  return queryOptions({ queryKey: ['teams'], queryFn: () => request(Teams, paths.teamsPath) });
}

/** All figures of a scope. The former scope's stay on the screen until the new ones are there. */
export function observationsQuery(scope: paths.Scope) {
  const path = paths.observationsPath(scope);
  return queryOptions({
    queryKey: ['observations', path],
    queryFn: () => request(TolerantObservations, path),
    placeholderData: keepPreviousData,
    gcTime: KEEP,
  });
}
