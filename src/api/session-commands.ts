import {
  Invitation,
  Session,
  type Credentials,
  type InvitationAcceptance,
  type PasswordChange,
} from '../contract/session.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Beginning and ending sessions. Each answers with the session as it stands then; its cookie the page cannot read. */

export function signIn(credentials: Credentials): Promise<Session> {
  return request(Session, paths.sessionPath, { method: 'POST', body: { json: credentials } });
}

export function signOut(where: 'here' | 'everywhere'): Promise<Session> {
  const path = where === 'here' ? paths.sessionPath : paths.everySessionPath;
  return request(Session, path, { method: 'DELETE' });
}

export function changePassword(change: PasswordChange): Promise<Session> {
  return request(Session, paths.passwordPath, { method: 'PUT', body: { json: change } });
}

/** What a one-time link is for. The token stands in a body: no log holds it. */
export function lookAtInvitation(token: string): Promise<Invitation> {
  return request(Invitation, paths.invitationLookPath, { method: 'POST', body: { json: { token } } });
}

export function acceptInvitation(acceptance: InvitationAcceptance): Promise<Session> {
  return request(Session, paths.invitationAcceptancePath, { method: 'POST', body: { json: acceptance } });
}
