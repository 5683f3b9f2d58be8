import type { SignInProblem } from '../../src/contract/sign-in-page.ts';
import { ROLES, type Role } from '../../src/domain/policy.ts';

export type Rights = { readonly role: Role; readonly teams: readonly string[]; readonly records: boolean };

/** What membership of one group gives. */
export type GroupRights = Partial<Rights>;

/** Whom the settings let in, where a provider or a proxy says who one is. */
export type AdmissionRules = {
  /** E-mails of people who are administrators whatever else is said of them; in lower case. */
  readonly administrators: readonly string[];
  /** Whoever nobody has invited: refused, or let in as a viewer. */
  readonly unknown: 'refuse' | 'viewer';
  /** Domains of e-mails that are let in, in lower case; none: every domain. */
  readonly domains: readonly string[];
  /** Rights by group; null: groups say nothing, and rights are given on the page. */
  readonly groups: Readonly<Record<string, GroupRights>> | null;
};

/** Who somebody is, as the provider or the proxy says; the e-mail in lower case. */
export type Claimed = { readonly email: string; readonly name: string | null; readonly groups: readonly string[] };

/** What is kept of a person already. */
export type Known = Rights & { readonly state: string };

export type Admission =
  { readonly kind: 'let-in'; readonly rights: Rights } | { readonly kind: 'refused'; readonly problem: SignInProblem };

const VIEWER: Rights = { role: 'viewer', teams: [], records: false };
/** As whoever comes with the link of the first administrator. */
const FIRST: Rights = { role: 'administrator', teams: [], records: true };

const pick = ({ role, teams, records }: Rights): Rights => ({ role, teams, records });

const domainOf = (email: string): string => (email.includes('@') ? email.slice(email.lastIndexOf('@') + 1) : '');

const higher = (one: Role, other: Role): Role => (ROLES.indexOf(one) >= ROLES.indexOf(other) ? one : other);

/** All that the groups of somebody give, together; null where none of them is named in the settings. */
const rightsOfGroups = (groups: Readonly<Record<string, GroupRights>>, of: readonly string[]): Rights | null => {
  const given = of.flatMap((group) => (Object.hasOwn(groups, group) ? [groups[group]] : []));
  if (given.length === 0) return null;
  return {
    role: given.reduce<Role>((role, rights) => higher(role, rights?.role ?? 'viewer'), 'viewer'),
    teams: [...new Set(given.flatMap((rights) => rights?.teams ?? []))].toSorted(),
    records: given.some((rights) => rights?.records === true),
  };
};

/**
 * Whether somebody is let in, and with what rights. Where the settings give rights by group, groups alone decide, at every
 * sign-in anew: whoever has left them all is unknown. Otherwise the rights are those on the page. An administrator of the
 * settings is one in any case; a person whom an administrator has disabled is refused in any case.
 */
export const admission = (rules: AdmissionRules, { email, groups }: Claimed, known: Known | null): Admission => {
  const refused = (problem: SignInProblem): Admission => ({ kind: 'refused', problem });
  const letIn = (rights: Rights): Admission => ({ kind: 'let-in', rights });
  if (rules.domains.length > 0 && !rules.domains.includes(domainOf(email))) return refused('other-domain');
  if (known?.state === 'disabled') return refused('disabled');
  const given = rules.groups === null ? known : rightsOfGroups(rules.groups, groups);
  if (rules.administrators.includes(email)) {
    return letIn({ ...pick(given ?? known ?? FIRST), role: 'administrator' });
  }
  if (given !== null) return letIn(pick(given));
  return rules.unknown === 'viewer' ? letIn(VIEWER) : refused('unknown-person');
};
