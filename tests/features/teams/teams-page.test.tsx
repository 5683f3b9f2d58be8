import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { withFetcher } from '../../../src/api/client.ts';
import { TeamsPage } from '../../../src/features/teams/teams-page.tsx';
import { setTeamOrder } from '../../../src/state/preferences.ts';
import { useView } from '../../../src/state/use-view.ts';
import { answering } from '../scorecard/answers.ts';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });

let undo = (): void => undefined;
beforeEach(() => setTeamOrder('need'));
afterEach(() => {
  undo();
  history.replaceState(null, '', '/');
});

function Shown() {
  const view = useView();
  return view.page === 'teams' ? <TeamsPage view={view} notices={null} empty={<p>Nothing here yet</p>} /> : null;
}

function show(scenario: ScenarioName, path = '/teams'): void {
  undo = withFetcher(answering(scenario));
  history.replaceState(null, '', path);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Shown />
    </QueryClientProvider>,
  );
}

const table = () => screen.findByRole('table', { name: 'Teams by their goals' });

describe('the overview of teams', () => {
  test('a team, its value, status or gap is missing, or its goals are not a link away', async () => {
    show('design');
    const north = within(await table()).getByRole('row', { name: /^Depot North/ });
    const cell = within(north).getByRole('link', { name: /^On time, Depot North: .*89\.\d.%.*(Act|Watch).*/ });
    expect(cell).toHaveAttribute('href', expect.stringContaining('/goals?team=depot-north'));
    expect(within(north).getByRole('link', { name: 'Depot North' })).toHaveAttribute('href', '/goals?team=depot-north');
  });

  test('a page that stands is read again and again, and keeps the machine busy', async () => {
    show('design');
    await table();
    // The table holds its last word: from here on nothing is read until an answer changes.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const main = screen.getByRole('main');
    expect(main).toHaveAttribute('aria-busy', 'false');
    const seen: MutationRecord[] = [];
    const watch = new MutationObserver((records) => seen.push(...records));
    watch.observe(main, { attributes: true, childList: true, subtree: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    watch.disconnect();
    expect(seen).toHaveLength(0);
  });

  test('filters do not hold, or do not stand in the address', async () => {
    const user = userEvent.setup();
    show('design');
    const all = within(await table()).getAllByRole('row').length;
    await user.type(screen.getByRole('searchbox', { name: 'Find a team' }), 'north');
    await expect.poll(() => within(screen.getByRole('table')).getAllByRole('row').length).toBeLessThan(all);
    expect(location.search).toContain('find=north');
    await user.click(screen.getByRole('radio', { name: 'Act' }));
    expect(location.search).toContain('need=act');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Dimension' }), 'Price');
    expect(within(await table()).queryByRole('columnheader', { name: 'On time' })).toBeNull();
  });

  test('late data looks as fresh as any', async () => {
    show('late');
    await table();
    expect(screen.getByText(/data \d+ days late/)).toBeVisible();
  });

  test('a goal stands under no dimension', async () => {
    show('design');
    const heads = within(await table()).getAllByRole('columnheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['All four together', 'Quality', 'Quantity', 'Opportunity', 'Price']),
    );
  });

  test('nobody with these filters leaves the page blank, without a way back', async () => {
    const user = userEvent.setup();
    show('design', '/teams?find=nobody');
    await user.click(await screen.findByRole('button', { name: 'Show all' }));
    await table();
    expect(location.search).toBe('');
  });

  test('by structure the children do not follow their parents', async () => {
    const user = userEvent.setup();
    show('many-teams');
    await table();
    await user.click(screen.getByRole('radio', { name: 'By structure' }));
    const names = within(await table())
      .getAllByRole('rowheader')
      .map((each) => each.textContent);
    expect(names.length).toBeLessThanOrEqual(40);
    await user.click(screen.getByRole('button', { name: /^Show 40 more of/ }));
    expect(within(await table()).getAllByRole('rowheader').length).toBe(80);
  });

  test('an organisation without goals sees an empty table', async () => {
    show('goals-none');
    expect(await screen.findByRole('heading', { name: 'No team has a goal yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Set a goal for the organisation' })).toHaveAttribute('href', '/goals');
  });

  test('an empty service is no invitation', async () => {
    show('empty');
    expect(await screen.findByText('Nothing here yet')).toBeVisible();
  });
});
