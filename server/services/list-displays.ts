import type { Displays } from '../../src/contract/displays.ts';
import type { ServiceContext } from '../context.ts';
import { displayOf, standingDisplays } from '../displays/display-rows.ts';

/** Displays by name, and the build of the service. */
export const listDisplays = async (ctx: ServiceContext): Promise<Displays> => {
  const collator = new Intl.Collator(ctx.settings.locale, { numeric: true });
  const displays = (await standingDisplays(ctx.db)).map((row) => displayOf(ctx, row));
  return {
    displays: displays.sort((a, b) => collator.compare(a.words.name, b.words.name) || (a.id < b.id ? -1 : 1)),
    build: ctx.build,
  };
};
