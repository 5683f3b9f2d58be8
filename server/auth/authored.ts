import type { Context } from 'hono';
import type { ServiceContext } from '../context.ts';
import { callerOf, nameOf } from './caller.ts';

/**
 * What a person wrote, with the author that the service knows: the account's name, whatever was sent. Without a sign-in the
 * name that was sent is an assertion, and all there is (docs/decisions/0012-names-before-sign-in.md).
 */
export const authored = <Written extends { readonly author: string }>(
  { settings }: Pick<ServiceContext, 'settings'>,
  c: Context,
  written: Written,
): Written => (settings.signIn.way === 'open' ? written : { ...written, author: nameOf(callerOf(c).principal) });
