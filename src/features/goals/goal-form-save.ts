import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { addGoal, changeGoal, endGoal } from '../../api/goal-commands.ts';
import { goalsQuery } from '../../api/goal-queries.ts';
import type { Goal, GoalEnding, GoalWords } from '../../contract/goals.ts';
import type { GoalDraft } from '../../state/goal-drafts.ts';
import { conflictAt } from './action-writes.ts';

/** What became of a goal that was sent. `meanwhile`: somebody else wrote first; null where it stands no longer. */
export type Sent = { readonly kind: 'kept' } | { readonly kind: 'meanwhile'; readonly goal: Goal | null };

type Sending = { readonly draft: GoalDraft; readonly words: GoalWords; readonly author: string };

/** Sends a goal, new or changed; another's change comes back to be merged. */
export function useSaveGoal(onSent: (sent: Sent) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sending: Sending) =>
      sending.draft.revision === null ? add(client, sending) : change(client, sending, sending.draft.revision),
    onSuccess: (sent) => {
      readAnew(client);
      onSent(sent);
    },
  });
}

/** Ends a goal; weeks that were judged keep their status. */
export function useEndGoal(id: string, onSent: (sent: Sent) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ending: GoalEnding) => orMeanwhile(client, id, () => endGoal(id, ending)),
    onSuccess: (sent) => {
      readAnew(client);
      onSent(sent);
    },
  });
}

async function add(client: QueryClient, { draft, words, author }: Sending): Promise<Sent> {
  try {
    await addGoal({ id: draft.id, author, words });
    return { kind: 'kept' };
  } catch (error) {
    if (conflictAt(error) !== 'id') throw error;
    // An answer was lost: the goal stands as it was first sent. What was typed since then changes it.
    const standing = await standingGoal(client, draft.id);
    if (standing?.changedBy !== author) throw error;
    return change(client, { draft, words, author }, standing.revision);
  }
}

function change(client: QueryClient, { draft, words, author }: Sending, revision: number): Promise<Sent> {
  const reason = draft.reason.trim() === '' ? null : draft.reason.trim();
  return orMeanwhile(client, draft.id, () => changeGoal(draft.id, { revision, author, reason, words }));
}

async function orMeanwhile(client: QueryClient, id: string, write: () => Promise<Goal>): Promise<Sent> {
  try {
    await write();
    return { kind: 'kept' };
  } catch (error) {
    const at = conflictAt(error);
    if (at !== 'revision' && at !== 'state') throw error;
    return { kind: 'meanwhile', goal: await standingGoal(client, id) };
  }
}

async function standingGoal(client: QueryClient, id: string): Promise<Goal | null> {
  const { goals } = await client.query({ ...goalsQuery('all'), staleTime: 0 });
  return goals.find((goal) => goal.id === id) ?? null;
}

/** The targets of the figures come from goals. */
function readAnew(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['goals'] });
  void client.invalidateQueries({ queryKey: ['observations'] });
}
