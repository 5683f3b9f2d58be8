import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { addAnnotation, withdrawAnnotation } from '../api/review-commands.ts';
import type { NewAnnotation, Withdrawal } from '../contract/annotations.ts';

/** Writes an annotation or a confirmed change; the figures are read anew, as limits may start in its week. */
export function useAddAnnotation(onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (annotation: NewAnnotation) => addAnnotation(annotation),
    onSuccess: () => {
      readAnew(client);
      onSaved();
    },
  });
}

/** Withdraws one: it leaves the charts and stays in the history. */
export function useWithdrawal(id: string, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (withdrawal: Withdrawal) => withdrawAnnotation(id, withdrawal),
    onSuccess: () => {
      readAnew(client);
      onSaved();
    },
  });
}

function readAnew(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['observations'] });
  void client.invalidateQueries({ queryKey: ['annotations'] });
}
