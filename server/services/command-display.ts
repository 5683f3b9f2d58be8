import type { Display, DisplayCommand } from '../../src/contract/displays.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { displayOf, keepDisplay, standingDisplay, wordsOf } from '../displays/display-rows.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/**
 * Tells a display something, in place of what it was told before and has not fetched. It lapses after ten minutes.
 * @throws ServiceFailure `not-found` at `id` or `slide`; `forbidden` for other teams than one's own.
 */
export const commandDisplay = async (ctx: ServiceContext, id: string, command: DisplayCommand): Promise<Display> => {
  const now = ctx.clock();
  const row = await ctx.db.transaction(async (tx) => {
    const standing = await standingDisplay(tx, id);
    const { team, slides, name } = wordsOf(standing);
    ctx.assertMay('commandDisplay', team);
    if (command.kind === 'show' && !slides.some((slide) => slide.id === command.slide)) {
      throw new ServiceFailure(
        'not-found',
        'The display has no such slide (any more). Choose one of its list.',
        'slide',
      );
    }
    const next: DisplaysTable = {
      ...standing,
      ...{ command_id: standing.command_id + 1, command: JSON.stringify(command), command_at: now },
    };
    tellAudit({ about: name, detail: command.kind });
    await keepDisplay(tx, next);
    return next;
  }, INTERACTIVE);
  ctx.displays.channel.announce(id);
  return displayOf(ctx, row);
};
