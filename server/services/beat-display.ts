import type { Beat, BeatAnswer, Display } from '../../src/contract/displays.ts';
import type { ServiceContext } from '../context.ts';
import { briefly } from '../db/briefly.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { commandOf, lastHeard, standingDisplay } from '../displays/display-rows.ts';
import type { Heard } from '../displays/heard.ts';
import { getHealth } from './get-health.ts';

const beatAt = (now: number, said: Beat): NonNullable<Display['beat']> => {
  const { build, slide, hearing, rotation, width, height, ratio, skewSeconds, problems } = said;
  return {
    ...{
      at: new Date(now).toISOString(),
      build,
      slide,
      hearing,
      rotation,
      width,
      height,
      ratio,
      skewSeconds,
      problems,
    },
  };
};

/** While an import holds the database, a beat stands in memory alone: the display is answered all the same. */
const writeDown = async (ctx: ServiceContext, id: string, heard: Heard): Promise<void> => {
  const written = await briefly(
    ctx.db.transaction(
      async (tx) =>
        tx.exec(
          `update displays set beat = $1, beat_at = $2, poll_seconds = $3, command_done = $4 where display_id = $5`,
          [...[JSON.stringify(heard.beat), heard.at, heard.pollSeconds, heard.commandDone, id]],
        ),
      { waitMs: 0 },
    ),
  );
  if (written === null) ctx.displays.heard.unwritten(id);
};

/**
 * What is to be carried out now, and up to which command everything is. A display that was loaded anew has seen nothing: what
 * it said before counts, and a reload that it was told is not told it again, or it would load itself for ten minutes.
 */
const commandNow = (row: DisplaysTable, { commandSeen }: Beat, before: Heard | null, now: number) => {
  /* It has seen what was never told: the service was restored from a backup, and counts on from there. */
  const seen = commandSeen > row.command_id ? 0 : commandSeen;
  const done = Math.max(row.command_done, before?.commandDone ?? 0, seen);
  const command = commandOf(row, done, now);
  return { command, done: command?.what.kind === 'reload' && commandSeen === 0 ? command.id : done };
};

/**
 * Hears a display, and says what is new.
 * @throws ServiceFailure `not-found` at `id` where it was revoked this very moment.
 */
export const beatDisplay = async (ctx: ServiceContext, id: string, beat: Beat): Promise<BeatAnswer> => {
  const index = await ctx.data.index();
  const row = await standingDisplay(ctx.db, id);
  const now = ctx.clock();
  const { nextPollSeconds, trouble, dataVersion, build } = getHealth(ctx, index);
  const { command, done } = commandNow(row, beat, lastHeard(ctx, row), now);
  const heard: Heard = { at: now, beat: beatAt(now, beat), pollSeconds: nextPollSeconds, commandDone: done };
  if (ctx.displays.heard.keep(id, heard)) await writeDown(ctx, id, heard);
  return {
    ...{
      now: new Date(now).toISOString(),
      build,
      dataVersion,
      revision: row.revision,
      nextPollSeconds,
      command,
      trouble,
    },
  };
};
