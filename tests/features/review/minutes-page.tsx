import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { healthQuery, observationsQuery } from '../../../src/api/queries.ts';
import { reviewQuery } from '../../../src/api/review-queries.ts';
import { Review } from '../../../src/contract/reviews.ts';
import { formats } from '../../../src/domain/format.ts';
import { MinutesColumn } from '../../../src/features/review/minutes-column.tsx';
import { clientOf, OPEN_SESSION } from '../../parts/sessions.ts';
import { answering } from '../scorecard/answers.ts';

export const WEEK = '2026-W46';

/** The minutes of a review as its page shows them, fed by the same query. */
function Minutes({ indicator }: { readonly indicator: string | null }) {
  const { data } = useQuery(reviewQuery(WEEK, []));
  useQuery(healthQuery());
  useQuery(observationsQuery({ teams: [], span: 'latest' }));
  if (data === undefined) return null;
  return (
    <MinutesColumn
      review={data}
      week={WEEK}
      teams={[]}
      indicator={indicator}
      formats={formats('en-GB')}
      mode={data.closed === null ? 'open' : 'closed'}
    />
  );
}

export type OpenMinutes = {
  readonly client: QueryClient;
  readonly unmount: () => void;
  readonly show: (indicator: string | null) => Promise<void>;
  /** What the service holds of the review. */
  readonly kept: () => Promise<Review>;
  /** Another person changes an entry at the service, past this page. */
  readonly elsewhere: (id: string, text: string, author?: string) => Promise<void>;
  /** The service does not answer until it is told to again. */
  readonly lose: () => void;
  readonly find: () => void;
  readonly end: () => void;
};

/** Opens the minutes beside a measure, on mocks of their own or on those that are handed in. */
export async function openMinutes(
  indicator: string | null = 'on-time',
  ask: Fetcher = answering('design'),
): Promise<OpenMinutes> {
  let isLost = false;
  const end = withFetcher((path, init) =>
    isLost ? Promise.reject(new TypeError('Failed to fetch')) : ask(path, init),
  );
  const client = clientOf(OPEN_SESSION);
  const page = (at: string | null) => (
    <QueryClientProvider client={client}>
      <Minutes indicator={at} />
    </QueryClientProvider>
  );
  const { unmount, rerender } = render(page(indicator));
  await screen.findByRole('region', { name: 'Notes' });
  const kept = async (): Promise<Review> => Review.parse(await (await ask(`/api/reviews/${WEEK}`, {})).json());
  return {
    client,
    unmount,
    show: (at) =>
      act(() => {
        rerender(page(at));
        return Promise.resolve();
      }),
    kept,
    elsewhere: async (id, text, author = 'Ines Duarte') => {
      const minute = (await kept()).minutes.find((each) => each.id === id);
      if (minute === undefined) throw new Error(`no entry ${id}`);
      const { revision, indicator: beside, action } = minute;
      const body = JSON.stringify({ revision, indicator: beside, text, author, action });
      const answer = await ask(`/api/minutes/${id}`, { method: 'PUT', body, headers: JSON_BODY });
      if (!answer.ok) throw new Error(await answer.text());
    },
    lose: () => (isLost = true),
    find: () => (isLost = false),
    end,
  };
}

export const JSON_BODY = { 'content-type': 'application/json' };
