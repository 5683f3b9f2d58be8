import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { addImprovement, changeImprovement, withdrawImprovement } from '../../api/goal-commands.ts';
import { improvementsQuery } from '../../api/goal-queries.ts';
import type { Improvement, ImprovementWithdrawal, ImprovementWords } from '../../contract/improvements.ts';
import { conflictAt } from './action-writes.ts';

/** `meanwhile`: somebody else wrote first; null where it stands no longer. */
export type ImprovementSent =
  { readonly kind: 'kept' } | { readonly kind: 'meanwhile'; readonly standing: Improvement | null };

type Sending = {
  /** Made by the writer where it is new. */
  readonly id: string;
  /** null: a new one. */
  readonly revision: number | null;
  readonly author: string;
  readonly words: ImprovementWords;
};

/** Writes an improvement, new or changed; another's change comes back to be merged. */
export function useSaveImprovement(onSent: (sent: ImprovementSent) => void) {
  return useWrite(
    (sending: Sending, client) =>
      sending.revision === null ? add(client, sending) : change(sending, sending.revision),
    onSent,
  );
}

async function add(client: QueryClient, sending: Sending): Promise<Improvement> {
  const { id, author, words } = sending;
  try {
    return await addImprovement({ id, author, words });
  } catch (error) {
    if (conflictAt(error) !== 'id') throw error;
    // An answer was lost: it stands as it was first sent. What was typed since then changes it.
    const standing = await standingImprovement(client, id);
    if (standing?.changedBy !== author) throw error;
    return change(sending, standing.revision);
  }
}

function change({ id, author, words }: Sending, revision: number): Promise<Improvement> {
  return changeImprovement(id, { revision, author, words });
}

/** Takes an improvement out of lists and charts; what was written stays readable. */
export function useWithdrawImprovement(onSent: (sent: ImprovementSent) => void) {
  return useWrite(
    ({ id, ...withdrawal }: ImprovementWithdrawal & { readonly id: string }) => withdrawImprovement(id, withdrawal),
    onSent,
  );
}

function useWrite<Body extends { readonly id: string }>(
  write: (body: Body, client: QueryClient) => Promise<Improvement>,
  onSent: (sent: ImprovementSent) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Body): Promise<ImprovementSent> => {
      try {
        await write(body, client);
        return { kind: 'kept' };
      } catch (error) {
        const at = conflictAt(error);
        if (at !== 'revision' && at !== 'state') throw error;
        return { kind: 'meanwhile', standing: await standingImprovement(client, body.id) };
      }
    },
    onSuccess: (sent) => {
      for (const key of ['improvements', 'observations', 'annotations', 'causes'])
        void client.invalidateQueries({ queryKey: [key] });
      onSent(sent);
    },
  });
}

async function standingImprovement(client: QueryClient, id: string): Promise<Improvement | null> {
  const { improvements } = await client.query({ ...improvementsQuery(), staleTime: 0 });
  return improvements.find((each) => each.id === id) ?? null;
}
