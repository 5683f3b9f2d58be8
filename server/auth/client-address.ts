import { isIPv6 } from 'node:net';
import type { Context } from 'hono';
import { addressChecker, plainAddress } from './sign-in-settings.ts';

type Incoming = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } };

/** From where the connection comes; null where there is none, as in a test that asks the app itself. */
export const connectionAddress = (c: Context): string | null => {
  const address = (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress;
  return address === undefined ? null : plainAddress(address);
};

/**
 * From where a request comes: the connection, or where a trusted proxy asks, the last address of `X-Forwarded-For` that is
 * no trusted proxy's. What stands before that one, anybody could have written.
 */
export const clientAddress = (proxies: readonly string[]): ((c: Context) => string | null) => {
  const isProxy = addressChecker(proxies);
  return (c) => {
    const connection = connectionAddress(c);
    if (connection === null || !isProxy(connection)) return connection;
    const told = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((part) => plainAddress(part.trim()))
      .filter((part) => part !== '');
    const client = told.findLast((address) => !isProxy(address));
    /* Shorter than any address could be longer: nothing of any length is remembered or logged. */
    return (client ?? told[0] ?? connection).slice(0, 45);
  };
};

/** By what failures are counted: one address, or the 64 bits of IPv6 that one household or machine has to itself. */
export const placeOf = (address: string | null): string => {
  if (address === null) return 'here';
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::')
    ? [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
    : left;
  return groups.slice(0, 4).join(':');
};
