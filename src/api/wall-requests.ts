import { Board } from '../contract/board.ts';
import { BeatAnswer, Pairing, type Beat, type PairingRequest } from '../contract/displays.ts';
import { ApiError } from './api-error.ts';
import { request, requestTagged, type Tagged } from './client.ts';
import * as paths from './paths.ts';

/** What a wall asks of the service. Each takes the signal that ends it when its time is over. */
export type WallRequests = {
  readonly pair: (body: PairingRequest, signal: AbortSignal) => Promise<Pairing>;
  readonly beat: (body: Beat, signal: AbortSignal) => Promise<BeatAnswer>;
  readonly board: (tag: string | null, signal: AbortSignal) => Promise<Tagged<Board>>;
};

export const wallRequests: WallRequests = {
  pair: (body, signal) => request(Pairing, paths.wallPairingPath, { method: 'POST', body: { json: body }, signal }),
  beat: (body, signal) => request(BeatAnswer, paths.wallBeatPath, { method: 'POST', body: { json: body }, signal }),
  board: (tag, signal) => requestTagged(Board, paths.wallBoardPath, tag, signal),
};

/**
 * Whether the service itself says that this screen is none of its displays: never paired, or revoked. Anything else that
 * answers 401, such as a proxy, does not make a wall forget what it shows.
 */
export function isUnpaired(error: unknown): boolean {
  return error instanceof ApiError && error.failure.kind === 'service' && error.failure.error.code === 'not-signed-in';
}

/** Whether something answered that this page cannot read: most likely its build is too old for the service. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ApiError && error.failure.kind === 'parse';
}
