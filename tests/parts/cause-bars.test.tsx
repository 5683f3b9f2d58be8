import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { withFetcher } from '../../src/api/client.ts';
import type { Breakdown } from '../../src/contract/breakdown.ts';
import { formats } from '../../src/domain/format.ts';
import { weekOfIsoParts } from '../../src/domain/week.ts';
import { CauseBars, SpreadBars, type CauseBarsLook } from '../../src/parts/cause-bars.tsx';

const WEEK = weekOfIsoParts(2026, 46) ?? 0;
const FORMATS = formats('en-GB');
const LATE: Breakdown = {
  indicator: 'on-time',
  from: '2026-W46',
  week: '2026-W46',
  cases: 276,
  casesWords: 'late orders',
  causes: [
    { cause: 'carrier-slot', name: 'Carrier missed its slot', count: 118 },
    { cause: 'late-picking', name: 'Picked too late for cut-off', count: 61 },
    { cause: 'customer-away', name: 'Customer not reachable', count: 39 },
    { cause: 'stock-place', name: 'Stock not where booked', count: 33 },
    { cause: null, name: 'No cause named', count: 25 },
  ],
  components: [
    { component: 'procedures', count: 251 },
    { component: null, count: 25 },
  ],
  spread: { name: 'How late', note: 'Median 1 day; 28 orders over 3 days', bins: [{ label: '1 day', count: 148 }] },
};

let restore: (() => void) | null = null;
afterEach(() => {
  restore?.();
  restore = null;
});

function answering(answer: () => Promise<Response> | Response) {
  restore = withFetcher(() => Promise.resolve(answer()));
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const refusal = (code: string, message: string, status: number) => json({ code, message, reference: 'k-1' }, status);

function show(look: CauseBarsLook = 'review') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const props = { indicator: 'on-time', week: WEEK, teams: [], formats: FORMATS };
  render(
    <QueryClientProvider client={client}>
      <CauseBars {...props} look={look} />
      <SpreadBars {...props} />
    </QueryClientProvider>,
  );
}

describe('CauseBars', () => {
  test('causes stand with their counts and, in the review, the share that they make up down to there', async () => {
    answering(() => json(LATE));
    show();
    const list = await screen.findByRole('list', { name: 'Late orders by first cause' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Carrier missed its slot118, down to here 43\u00a0%',
      'Picked too late for cut-off61, down to here 65\u00a0%',
      'Customer not reachable39, down to here 79\u00a0%',
      'Stock not where booked33, down to here 91\u00a0%',
      'No cause named25, down to here 100\u00a0%',
    ]);
    expect(screen.getByRole('heading', { level: 3, name: 'Late orders by first cause, week 46' })).toBeVisible();
  });

  test('the page of an indicator shows counts alone, and how late beside', async () => {
    answering(() => json(LATE));
    show('indicator');
    expect(await screen.findByRole('heading', { level: 2, name: 'First cause, week 46' })).toBeVisible();
    expect(screen.queryByText(/down to here/)).toBeNull();
    expect(await screen.findByRole('region', { name: 'How late, week 46' })).toHaveTextContent('1 day148');
  });

  test('a week in which nothing went wrong says so instead of drawing nothing', async () => {
    answering(() => json({ ...LATE, cases: 0, causes: [], spread: null }));
    show();
    expect(await screen.findByText('No late orders in week 46.')).toBeVisible();
    expect(screen.queryByRole('region', { name: /How late/ })).toBeNull();
  });

  test('a long tail is one row that counts its causes and loses no case', async () => {
    const causes = Array.from({ length: 12 }, (_, k) => ({ cause: `c${k}`, name: `Cause ${k}`, count: 23 }));
    answering(() => json({ ...LATE, causes }));
    show();
    const rows = within(await screen.findByRole('list', { name: /by first cause/ })).getAllByRole('listitem');
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toHaveTextContent('5 other causes115, down to here 100');
  });

  test('a failure says what, why and under which reference, and can be tried again', async () => {
    const user = userEvent.setup();
    let failing = true;
    answering(() => (failing ? refusal('internal', 'Could not read claims.', 500) : json(LATE)));
    show();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The causes could not be read. Could not read claims.');
    expect(alert).toHaveTextContent('Reference k-1');
    failing = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Carrier missed its slot')).toBeVisible();
  });

  test('a figure that was sent ready-made says that no records stand behind it, without an alarm', async () => {
    answering(() => refusal('not-found', 'This figure was sent ready-made: there are no records behind it.', 404));
    show();
    expect(await screen.findByText(/sent ready-made/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
