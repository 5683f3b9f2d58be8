import { storable } from '../http/parse-body.ts';
import type { Claimed } from './admission.ts';
import { plainEmail } from './people-rows.ts';
import type { SignInSettings } from './sign-in-settings.ts';

/** What a provider says of somebody: the ID token, or the userinfo endpoint. */
export type Claims = Readonly<Record<string, unknown>>;

type ClaimSettings = Pick<
  Extract<SignInSettings, { readonly way: 'oidc' }>,
  'emailClaim' | 'nameClaim' | 'groupsClaim' | 'verifiedEmail'
>;

/** Who came back from the provider. The e-mail is empty where the provider said none. */
export type ProvedClaim = Claimed & {
  readonly issuer: string;
  readonly subject: string;
  /** Whether the e-mail may be taken for the person's own. */
  readonly verified: boolean;
};

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null;

/** A claim by its name, or by the path to it, as Keycloak's `realm_access.roles`. */
const claimAt = (claims: Claims, name: string): unknown => {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((found, key) => (isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined), claims);
};

/** Longer ones, and those that no database keeps, are none. */
const MOST_LENGTH = 2000;

const textAt = (claims: Claims, name: string): string | null => {
  const value = claimAt(claims, name);
  if (typeof value !== 'string' || value.length > MOST_LENGTH || !storable(value)) return null;
  return value.trim() === '' ? null : value.trim();
};

/** What could be an e-mail, or the name of a user. */
const EMAIL = /^[^\s\p{Cc}]{1,254}$/u;

const firstText = (sources: readonly Claims[], name: string): string | null =>
  sources.reduce<string | null>((found, claims) => found ?? textAt(claims, name), null);

const groupsIn = (sources: readonly Claims[], name: string | null): readonly string[] => {
  if (name === null) return [];
  const said = sources.map((claims) => claimAt(claims, name)).find((value) => value !== undefined);
  return [said].flat().filter((value) => typeof value === 'string');
};

/** Some providers write it as a text. */
const saysVerified = (claims: Claims): boolean | null => {
  const value = claims['email_verified'];
  return value === undefined || value === null ? null : value === true || value === 'true';
};

/** Whether the claims say that an e-mail is verified; of another e-mail they say nothing. null: they do not say. */
const verifiedIn = (sources: readonly Claims[], email: string): boolean | null =>
  sources
    .filter((claims) => plainEmail(textAt(claims, 'email') ?? '') === email)
    .reduce<boolean | null>((found, claims) => found ?? saysVerified(claims), null);

/** Whether an ID token leaves open what the settings ask for. */
export const lacksClaims = (idToken: Claims, { emailClaim, nameClaim, groupsClaim, verifiedEmail }: ClaimSettings) =>
  textAt(idToken, emailClaim) === null ||
  textAt(idToken, nameClaim) === null ||
  (groupsClaim !== null && claimAt(idToken, groupsClaim) === undefined) ||
  (verifiedEmail === 'required' && saysVerified(idToken) === null);

/** Who somebody is, by the sources in their order: what the first says, the second does not change. */
export const claimedBy = (sources: readonly Claims[], settings: ClaimSettings): ProvedClaim => {
  const said = plainEmail(firstText(sources, settings.emailClaim) ?? '');
  const email = EMAIL.test(said) ? said : '';
  return {
    issuer: firstText(sources, 'iss') ?? '',
    subject: firstText(sources, 'sub') ?? '',
    email,
    verified: verifiedIn(sources, email) ?? settings.verifiedEmail === 'assumed',
    name: firstText(sources, settings.nameClaim),
    groups: groupsIn(sources, settings.groupsClaim),
  };
};
