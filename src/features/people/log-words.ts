import type { AuditEntry } from '../../contract/audit.ts';
import type { Action } from '../../domain/policy.ts';

/** What each action is called in the log. Reading is not entered. */
const DEEDS: Readonly<Partial<Record<Action | 'offerFirstAdministrator' | 'comeByProxy', string>>> = {
  offerFirstAdministrator: 'Link for the first administrator',
  signIn: 'Sign in',
  finishSignIn: 'Sign in by the provider',
  comeByProxy: 'Come by the proxy',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  changePassword: 'Change the own password',
  lookAtInvitation: 'Open a one-time link',
  acceptInvitation: 'Set a password by a one-time link',
  addAnnotation: 'Annotate a week',
  withdrawAnnotation: 'Withdraw an annotation',
  addMinute: 'Write in the minutes',
  changeMinute: 'Change the minutes',
  removeMinute: 'Remove an entry of the minutes',
  addGoal: 'Set a goal',
  changeGoal: 'Change a goal',
  endGoal: 'End a goal',
  addImprovement: 'Add an improvement',
  changeImprovement: 'Change an improvement',
  withdrawImprovement: 'Withdraw an improvement',
  closeReview: 'Close a review',
  loadSample: 'Load the sample company',
  startImport: 'Import a file',
  undoImport: 'Undo or cancel an import',
  approveDisplay: 'Approve a display',
  changeDisplay: 'Change a display',
  commandDisplay: 'Tell a display something',
  revokeDisplay: 'Revoke a display',
  pairDisplay: 'Give a display its token',
  invitePerson: 'Invite a person',
  changePerson: 'Change a person',
  makePersonLink: 'Make a one-time link',
  signPersonOut: 'Sign a person out everywhere',
  makeApiKey: 'Make a key',
  revokeApiKey: 'Revoke a key',
};

/** The deed in words; an action of a newer service by its own name. */
export function deedWords(what: string): string {
  return (DEEDS as Readonly<Record<string, string | undefined>>)[what] ?? what;
}

export function whoWords({ who }: AuditEntry): string {
  switch (who.kind) {
    case 'person':
      return who.name;
    case 'key':
      return `Key ${who.name}`;
    case 'display':
      return `Display ${who.name}`;
    case 'nobody':
      return 'Not signed in';
    case 'service':
      return 'Kept itself';
  }
}
