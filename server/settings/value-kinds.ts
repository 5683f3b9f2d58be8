import * as z from 'zod';
import { LOCAL_NAMES } from '../auth/sign-in-settings.ts';
import { isTimeZone } from '../time-zone.ts';

export const isLocale = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).region !== undefined;
  } catch {
    return false;
  }
};

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

export const systemTimeZone = (): string => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : 'UTC';
};

export const number = (what: string, minimum: number, maximum: number, whole: boolean) =>
  z
    .string()
    .refine((text) => {
      const value = Number(text);
      return text.trim() !== '' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
    }, `must be ${what} from ${minimum} to ${maximum}`)
    .transform(Number);

export const json = <Value extends z.ZodType>(schema: Value, example: string) =>
  z.string().transform((text, context): z.infer<Value> => {
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {
      /* No JSON: told below. */
    }
    context.addIssue(`must be JSON such as ${example}`);
    return z.NEVER;
  });

/** The origin of an address that has nothing behind it; null for any other text. */
export const originOf = (text: string): string | null => {
  try {
    const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
    const bare = pathname === '/' && search === '' && hash === '' && username === '' && password === '';
    return bare && ['http:', 'https:'].includes(protocol) ? origin : null;
  } catch {
    return null;
  }
};

/** What travels to it cannot be read on the way: https, or this machine. */
export const isSafeAddress = (text: string): boolean => {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && LOCAL_NAMES.has(hostname));
  } catch {
    return false;
  }
};

export const DOMAIN_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

export const HEADER_NAME = /^[A-Za-z0-9-]{1,60}$/;

export const list = (fits: (text: string) => boolean, message: string) =>
  z
    .string()
    .transform((text) =>
      text
        .split(/[\s,]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(fits), message);
