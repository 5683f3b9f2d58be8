import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { refusedAt } from '../../api/api-error.ts';
import { approveDisplay, changeDisplay, commandDisplay, revokeDisplay } from '../../api/display-commands.ts';
import { displaysQuery } from '../../api/display-queries.ts';
import type { Display, DisplayCommand, DisplayWords } from '../../contract/displays.ts';

/** What became of a display that was sent. `meanwhile`: somebody else changed it first; null where it stands no longer. */
export type Sent =
  | { readonly kind: 'kept'; readonly display: Display }
  | { readonly kind: 'meanwhile'; readonly standing: Display | null };

type Sending = {
  readonly revision: number | null;
  readonly code: string;
  readonly id: string;
  readonly words: DisplayWords;
};

const readAnew = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: displaysQuery().queryKey });

async function standingDisplay(client: QueryClient, id: string): Promise<Display | null> {
  const { displays } = await client.query({ ...displaysQuery(), staleTime: 0 });
  return displays.find((display) => display.id === id) ?? null;
}

/** Approves a new screen, or changes a display; another's change comes back to be merged. */
export function useSaveDisplay(onSent: (sent: Sent) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ revision, code, id, words }: Sending): Promise<Sent> => {
      if (revision === null) return { kind: 'kept', display: await approveDisplay({ code, words }) };
      try {
        return { kind: 'kept', display: await changeDisplay(id, { revision, words }) };
      } catch (error) {
        const at = refusedAt(error);
        if (at !== 'revision' && at !== 'id') throw error;
        return { kind: 'meanwhile', standing: await standingDisplay(client, id) };
      }
    },
    onSuccess: async (sent) => {
      await readAnew(client);
      onSent(sent);
    },
  });
}

/** Tells a display something; it does so with its next beat. */
export function useTellDisplay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: DisplayCommand) => commandDisplay(id, command),
    onSuccess: () => readAnew(client),
  });
}

export function useRevokeDisplay(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => revokeDisplay(id),
    onSuccess: (displays) => {
      client.setQueryData(displaysQuery().queryKey, displays);
      onDone();
    },
  });
}
