import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/api-error.ts';
import { actionsQuery } from '../../api/indicator-queries.ts';
import { addMinute, changeMinute } from '../../api/review-commands.ts';
import type { ActionWords, Minute, MinuteChange, NewMinute } from '../../contract/minutes.ts';
import { isoWeekLabel, type WeekNumber } from '../../domain/week.ts';

/** What a person writes of a new action. */
export type NewAction = {
  /** Made by the writer, so that a request that is sent twice writes once. */
  readonly id: string;
  readonly indicator: string | null;
  readonly text: string;
  readonly author: string;
  readonly action: ActionWords;
};

type Where = { readonly week: WeekNumber; readonly teams: readonly string[] };

/** Writes an action into the review of a week; where that is closed, into the next week's. */
export function useAddAction({ week, teams }: Where, onSaved: (minute: Minute) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (action: NewAction) => {
      const minute: NewMinute = { kind: 'action', ...action };
      try {
        return await addMinute(isoWeekLabel(week), teams, minute);
      } catch (error) {
        if (conflictAt(error) !== 'state') throw error;
        return await addMinute(isoWeekLabel(week + 1), teams, minute);
      }
    },
    onSuccess: (minute) => {
      readAnew(client);
      onSaved(minute);
    },
  });
}

/** Changes how far an action is, or what became of it. `standing`: what the change was written on. */
export function useChangeAction(standing: Minute, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ author, action }: { readonly author: string; readonly action: ActionWords }) => {
      const change: MinuteChange = {
        revision: standing.revision,
        indicator: standing.indicator,
        text: standing.text,
        author,
        action,
      };
      return changeMinute(standing.id, change);
    },
    onSuccess: () => {
      readAnew(client);
      onSaved();
    },
  });
}

/** What the action's words are now, to change one of them. */
export function wordsOf({ action }: Minute): ActionWords {
  if (action === null) throw new Error('No action');
  const { owner, due, cause, improvement, state, expected = null, progress = null } = action;
  return { owner, due, cause, improvement, state, expected, progress };
}

/** The field at which somebody else's change stands in the way; null for every other failure. */
export function conflictAt(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.failure.kind !== 'service') return null;
  return error.failure.error.code === 'conflict' ? (error.failure.error.at ?? '') : null;
}

/** The action as the service has it now; null where it is no longer open. */
export async function standingAction(client: QueryClient, id: string): Promise<Minute | null> {
  await client.invalidateQueries({ queryKey: ['actions'] });
  const { actions } = await client.query(actionsQuery(null, 'all'));
  return actions.find((each) => each.id === id) ?? null;
}

function readAnew(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['actions'] });
  void client.invalidateQueries({ queryKey: ['review'] });
}
