import { BlockList, isIP } from 'node:net';
import type { AdmissionRules, GroupRights } from './admission.ts';

/** How the service knows who one is, with what each way needs. */
export type SignInSettings =
  | { readonly way: 'open' }
  | { readonly way: 'accounts' }
  | {
      readonly way: 'oidc';
      readonly issuer: string;
      readonly clientId: string;
      readonly clientSecret: string;
      /** What the button says: "Sign in with NAME". */
      readonly name: string;
      readonly scopes: string;
      readonly emailClaim: string;
      readonly nameClaim: string;
      /** null: groups say nothing. */
      readonly groupsClaim: string | null;
      /** `assumed`: an e-mail of which the provider does not say whether it is verified counts as the person's own. */
      readonly verifiedEmail: 'required' | 'assumed';
      readonly admission: AdmissionRules;
    }
  | {
      readonly way: 'proxy';
      /** Header that holds e-mail or user name, in lower case. */
      readonly header: string;
      /** Header that holds the person's name; null: none does. */
      readonly nameHeader: string | null;
      /** Header that holds the groups, parted by commas; null: groups say nothing. */
      readonly groupsHeader: string | null;
      readonly admission: AdmissionRules;
    };

/** Names that mean this machine, as a Host header spells them. */
export const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses to listen on that nobody else can reach. */
export const isLoopbackHost = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);

/** An address of a network or of one machine: `10.0.0.7`, `10.0.0.0/24`, `fd00::/8`. */
export const isAddressRange = (text: string): boolean => {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
};

/** IPv4 addresses come as `::ffff:10.0.0.7` where the service listens on both families. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();

/** Whether an address lies in one of the ranges. */
export const addressChecker = (ranges: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  };
};

type Given = {
  readonly KEPT_SIGN_IN: SignInSettings['way'];
  readonly KEPT_OIDC_ISSUER?: string | undefined;
  readonly KEPT_OIDC_CLIENT_ID?: string | undefined;
  readonly KEPT_OIDC_CLIENT_SECRET?: string | undefined;
  readonly KEPT_OIDC_NAME: string;
  readonly KEPT_OIDC_SCOPES: string;
  readonly KEPT_OIDC_EMAIL_CLAIM: string;
  readonly KEPT_OIDC_NAME_CLAIM: string;
  readonly KEPT_OIDC_GROUPS_CLAIM?: string | undefined;
  readonly KEPT_OIDC_VERIFIED_EMAIL: 'required' | 'assumed';
  readonly KEPT_PROXY_HEADER?: string | undefined;
  readonly KEPT_PROXY_NAME_HEADER?: string | undefined;
  readonly KEPT_PROXY_GROUPS_HEADER?: string | undefined;
  readonly KEPT_ADMINISTRATORS: readonly string[];
  readonly KEPT_UNKNOWN_PEOPLE: 'refuse' | 'viewer';
  readonly KEPT_EMAIL_DOMAINS: readonly string[];
  readonly KEPT_GROUP_RIGHTS?: Readonly<Record<string, GroupRights>> | undefined;
};

/** Rights by group and the place where groups are said need each other. */
const admissionRules = (
  given: Given,
  from: 'KEPT_OIDC_GROUPS_CLAIM' | 'KEPT_PROXY_GROUPS_HEADER',
  problems: string[],
): AdmissionRules => {
  const { KEPT_GROUP_RIGHTS: groups } = given;
  if (groups !== undefined && given[from] === undefined) {
    problems.push(`${from} is needed with KEPT_GROUP_RIGHTS: where the groups of a person are said, such as groups.`);
  }
  if (groups === undefined && given[from] !== undefined) {
    problems.push(
      `KEPT_GROUP_RIGHTS is needed with ${from}: what each group may do, such as {"care":{"role":"editor"}}.`,
    );
  }
  return {
    administrators: given.KEPT_ADMINISTRATORS,
    unknown: given.KEPT_UNKNOWN_PEOPLE,
    domains: given.KEPT_EMAIL_DOMAINS,
    groups: groups ?? null,
  };
};

/** The chosen way with what it needs; what it lacks is put among the problems. */
export const signInSettings = (given: Given, problems: string[]): SignInSettings => {
  const way = given.KEPT_SIGN_IN;
  const needed = (name: keyof Given, what: string): string => {
    const value = given[name];
    if (typeof value === 'string') return value;
    problems.push(`${name} is needed with KEPT_SIGN_IN=${way}: ${what}.`);
    return '';
  };
  switch (way) {
    case 'open':
    case 'accounts':
      return { way };
    case 'oidc':
      if (given.KEPT_OIDC_EMAIL_CLAIM !== 'email' && given.KEPT_OIDC_VERIFIED_EMAIL === 'required') {
        problems.push(
          `KEPT_OIDC_EMAIL_CLAIM (${given.KEPT_OIDC_EMAIL_CLAIM}) needs KEPT_OIDC_VERIFIED_EMAIL=assumed: a provider says ` +
            'of the claim email alone whether it is verified. Assume it only of a claim that people cannot change themselves.',
        );
      }
      return {
        way,
        issuer: needed(
          'KEPT_OIDC_ISSUER',
          'the address of the provider, such as https://login.example.org/realms/staff',
        ),
        clientId: needed('KEPT_OIDC_CLIENT_ID', 'the id under which the provider knows Kept'),
        clientSecret: needed(
          'KEPT_OIDC_CLIENT_SECRET',
          'the secret that the provider gave for that id, or KEPT_OIDC_CLIENT_SECRET_FILE with its path',
        ),
        name: given.KEPT_OIDC_NAME,
        scopes: given.KEPT_OIDC_SCOPES,
        emailClaim: given.KEPT_OIDC_EMAIL_CLAIM,
        nameClaim: given.KEPT_OIDC_NAME_CLAIM,
        groupsClaim: given.KEPT_OIDC_GROUPS_CLAIM ?? null,
        verifiedEmail: given.KEPT_OIDC_VERIFIED_EMAIL,
        admission: admissionRules(given, 'KEPT_OIDC_GROUPS_CLAIM', problems),
      };
    case 'proxy':
      return {
        way,
        header: needed(
          'KEPT_PROXY_HEADER',
          'the header in which the proxy says who asks, such as X-Forwarded-Email',
        ).toLowerCase(),
        nameHeader: given.KEPT_PROXY_NAME_HEADER?.toLowerCase() ?? null,
        groupsHeader: given.KEPT_PROXY_GROUPS_HEADER?.toLowerCase() ?? null,
        admission: admissionRules(given, 'KEPT_PROXY_GROUPS_HEADER', problems),
      };
  }
};
