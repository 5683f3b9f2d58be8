import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { improvementsQuery } from '../../api/goal-queries.ts';
import { actionsQuery, causesQuery } from '../../api/indicator-queries.ts';
import type { Causes } from '../../contract/breakdown.ts';
import type { Improvement } from '../../contract/improvements.ts';
import { useFacts } from '../../parts/actions-facts.ts';
import { goalActions, type ActionRow } from '../../reading/goal-actions.ts';
import type { GoalsModel } from './goals-model.ts';

const NO_CAUSES: Causes['causes'] = [];
const NO_IMPROVEMENTS: readonly Improvement[] = [];

export type ActionRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'read'; readonly rows: readonly ActionRow[] };

/** Open actions of the scope in view. Without causes and improvements they stand all the same, their components unnamed. */
export function useActionRows({ team, card, formats }: GoalsModel): ActionRows {
  const { data, error, refetch } = useQuery(actionsQuery(null, 'open'));
  const causes = useQuery(causesQuery()).data?.causes ?? NO_CAUSES;
  const improvements = useQuery(improvementsQuery()).data?.improvements ?? NO_IMPROVEMENTS;
  const { today, timeZone } = useFacts(formats);
  const { indicators } = card;
  const rows = useMemo(
    () =>
      data === undefined
        ? null
        : goalActions(data.actions, team, { today, timeZone, indicators, causes, improvements, formats }),
    [data, team, today, timeZone, indicators, causes, improvements, formats],
  );
  if (rows !== null) return { kind: 'read', rows };
  return error === null ? { kind: 'loading' } : { kind: 'failed', error, retry: () => void refetch() };
}
