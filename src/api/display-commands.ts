import { Display, Displays, type DisplayChange, type DisplayCommand, type NewDisplay } from '../contract/displays.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** What somebody does with displays on walls. */

export function approveDisplay(display: NewDisplay): Promise<Display> {
  return request(Display, paths.displaysPath, { method: 'POST', body: { json: display } });
}

export function changeDisplay(id: string, change: DisplayChange): Promise<Display> {
  return request(Display, paths.displayPath(id), { method: 'PUT', body: { json: change } });
}

/** The display does it with its next beat. */
export function commandDisplay(id: string, command: DisplayCommand): Promise<Display> {
  return request(Display, paths.displayCommandsPath(id), { method: 'POST', body: { json: command } });
}

export function revokeDisplay(id: string): Promise<Displays> {
  return request(Displays, paths.displayPath(id), { method: 'DELETE' });
}
