import type { Display, DisplayChange } from '../../src/contract/displays.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { assertDisplayWords, tidiedWords } from '../displays/display-checks.ts';
import { displayOf, keepDisplay, standingDisplay, wordsOf } from '../displays/display-rows.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/**
 * Changes a display: all of its words as they shall be.
 * @throws ServiceFailure `not-found` at `id`; `forbidden` where its teams, or those that it shall have, are not one's own;
 *   `conflict` at `revision`; `bad-request` or `not-found` as `assertDisplayWords`.
 */
export const changeDisplay = async (ctx: ServiceContext, id: string, change: DisplayChange): Promise<Display> => {
  const index = await ctx.data.index();
  const words = tidiedWords(change.words);
  const row = await ctx.db.transaction(async (tx) => {
    const standing = await standingDisplay(tx, id);
    const before = wordsOf(standing);
    ctx.assertMay('changeDisplay', before.team);
    ctx.assertMay('changeDisplay', words.team);
    if (standing.revision !== change.revision) {
      throw new ServiceFailure(
        'conflict',
        'Somebody has changed this display meanwhile. Load it anew, and change it from there.',
        'revision',
      );
    }
    assertDisplayWords(index, words, before);
    const next: DisplaysTable = { ...standing, words: JSON.stringify(words), revision: standing.revision + 1 };
    tellAudit({ about: words.name, detail: before.name === words.name ? null : `was ${before.name}` });
    await keepDisplay(tx, next);
    return next;
  }, INTERACTIVE);
  ctx.displays.channel.announce(id);
  return displayOf(ctx, row);
};
