import type { AuditEntry } from '../../contract/audit.ts';
import type { Action } from '../../domain/policy.ts';

/** What each action is called in the log. Reading is not entered; where the service enters it all the same it has words. */
const DEEDS: Readonly<Partial<Record<Action | 'offerFirstAdministrator', string>>> = {
  offerFirstAdministrator: 'printed the link for the first administrator',
  signIn: 'signed in',
  signOut: 'signed out',
  signOutEverywhere: 'signed out everywhere',
  changePassword: 'changed the own password',
  acceptInvitation: 'set a password by a one-time link',
  addAnnotation: 'annotated a week',
  withdrawAnnotation: 'withdrew an annotation',
  confirmChange: 'confirmed a change of the process',
  addMinute: 'wrote in the minutes',
  changeMinute: 'changed the minutes',
  removeMinute: 'removed an entry of the minutes',
  addGoal: 'set a goal',
  changeGoal: 'changed a goal',
  endGoal: 'ended a goal',
  addImprovement: 'added an improvement',
  changeImprovement: 'changed an improvement',
  withdrawImprovement: 'withdrew an improvement',
  closeReview: 'closed a review',
  loadSample: 'loaded the sample company',
  startImport: 'imported a file',
  undoImport: 'undid or cancelled an import',
  invitePerson: 'invited a person',
  changePerson: 'changed a person',
  makePersonLink: 'made a one-time link',
  signPersonOut: 'signed a person out everywhere',
  makeApiKey: 'made a key',
  revokeApiKey: 'revoked a key',
};

/** The deed in words; an action of a newer service by its own name. */
export function deedWords(what: string): string {
  return (DEEDS as Readonly<Record<string, string | undefined>>)[what] ?? what;
}

/** The actions that have words. For a test that walks the contract. */
export const DEED_WORDS: Readonly<Record<string, string | undefined>> = DEEDS;

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
