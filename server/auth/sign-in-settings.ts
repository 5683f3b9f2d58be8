import { BlockList, isIP } from 'node:net';

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
      readonly administrators: readonly string[];
    }
  | {
      readonly way: 'proxy';
      /** Header that holds e-mail or user name, in lower case. */
      readonly header: string;
      /** Header that holds the person's name; null: none does. */
      readonly nameHeader: string | null;
      readonly administrators: readonly string[];
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
  readonly KEPT_PROXY_HEADER?: string | undefined;
  readonly KEPT_PROXY_NAME_HEADER?: string | undefined;
  readonly KEPT_ADMINISTRATORS: readonly string[];
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
      return {
        way,
        issuer: needed(
          'KEPT_OIDC_ISSUER',
          'the address of the provider, such as https://login.example.org/realms/staff',
        ),
        clientId: needed('KEPT_OIDC_CLIENT_ID', 'the id under which the provider knows Kept'),
        clientSecret: needed('KEPT_OIDC_CLIENT_SECRET', 'the secret that the provider gave for that id'),
        name: given.KEPT_OIDC_NAME,
        administrators: given.KEPT_ADMINISTRATORS,
      };
    case 'proxy':
      return {
        way,
        header: needed(
          'KEPT_PROXY_HEADER',
          'the header in which the proxy says who asks, such as X-Forwarded-Email',
        ).toLowerCase(),
        nameHeader: given.KEPT_PROXY_NAME_HEADER?.toLowerCase() ?? null,
        administrators: given.KEPT_ADMINISTRATORS,
      };
  }
};
