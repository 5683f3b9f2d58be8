import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { formats } from '../../../src/domain/format.ts';
import { TeamsSection } from '../../../src/features/indicator/teams-section.tsx';
import { readScorecard } from '../../../src/reading/read-scorecard.ts';
import { indicatorView } from '../../../src/state/view.ts';
import { answering, scorecardInput } from '../scorecard/answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });

let undo = (): void => undefined;
afterEach(() => undo());

async function show(scenario: ScenarioName = 'design', id = 'on-time', fetcher: Fetcher = answering(scenario)) {
  undo = withFetcher(fetcher);
  const card = readScorecard(await scorecardInput(scenario));
  const reading = card.reading(id);
  if (reading === null) throw new Error(`no ${id}`);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TeamsSection view={indicatorView(id)} card={card} reading={reading} formats={formats('en-GB')} />
    </QueryClientProvider>,
  );
  return screen.findByRole('region', { name: 'By team, 26 weeks' });
}

describe('the teams of an indicator', () => {
  test('stand by name, each with value, status, gap, cases, picture and its signal in words', async () => {
    await show();
    const names = await screen.findAllByRole('article');
    expect(names.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Depot East',
      'Depot North',
      'Depot South',
      'Depot West',
    ]);
    const north = screen.getByRole('article', { name: 'Depot North' });
    expect(north).toHaveTextContent(/89\.8.%/);
    expect(north).toHaveTextContent(/−5\.2.pp · 917 of 1,021 lines/);
    expect(north).toHaveTextContent('Act');
    expect(north).toHaveTextContent(/Concerning.*under the mean/);
    expect(within(north).getByRole('img')).toHaveAccessibleName(/^Depot North: 89\.8\u00a0% in week 46/);
    expect(within(north).getByRole('link', { name: 'Depot North' })).toHaveAttribute(
      'href',
      expect.stringContaining('team=depot-north'),
    );
  });

  test('the same as a table', async () => {
    const user = userEvent.setup();
    const section = await show();
    await user.click(await within(section).findByRole('button', { name: 'Table of teams' }));
    const table = within(section).getByRole('table', { name: 'Teams' });
    expect(within(table).getByRole('row', { name: /Depot South 94\.0.% Watch −1\.0.pp/ })).toBeVisible();
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('the standardised rate stands beside the crude one', async () => {
    await show();
    const part = await screen.findByRole('region', { name: 'With the mix of teams of week 45' });
    expect(part).toHaveTextContent(/Crude91\.4.%/);
    expect(part).toHaveTextContent(/Standardised91\.4.%/);
  });

  test('the funnel is read by arrow keys, from few cases to many, and has a table', async () => {
    const user = userEvent.setup();
    await show();
    const funnel = await screen.findByRole('application', { name: /^On time by team against number of lines/ });
    expect(funnel).toHaveAccessibleDescription(/4 teams, average 91\.4.%/);
    // By keyboard: a focus by script opens no read-out.
    // Past the switch to the table and a link for each of four teams.
    for (let stop = 0; stop < 6; stop += 1) await user.tab();
    expect(funnel).toHaveFocus();
    expect(screen.getByTestId('read-out')).toHaveTextContent('Depot North');
    await user.keyboard('{Home}');
    expect(screen.getByTestId('read-out')).toHaveTextContent('Depot West');
    await user.keyboard('t');
    expect(screen.getByRole('table', { name: /^On time by team/ })).toBeVisible();
  });

  test('many teams are paged and found by name', async () => {
    const user = userEvent.setup();
    await show('many-teams');
    expect(await screen.findByText(/^Teams 1–12 of \d+$/)).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(12);
    await user.click(screen.getByRole('button', { name: 'More teams' }));
    expect(await screen.findByText(/^Teams 13–\d+ of \d+$/)).toBeVisible();
    await user.type(screen.getByRole('searchbox', { name: 'Find a team' }), 'area 11');
    expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual(['Area 11']);
    await user.type(screen.getByRole('searchbox', { name: 'Find a team' }), 'xyz');
    expect(screen.getByText('No team of that name')).toBeVisible();
  });

  test('a failure says what and offers another try; the rest of the page is not touched', async () => {
    const user = userEvent.setup();
    const good = answering('design');
    let failing = true;
    await show('design', 'on-time', (path, init) =>
      failing && path.includes('by=team')
        ? Promise.resolve(
            new Response(JSON.stringify({ code: 'internal', message: 'Could not read lines.', reference: 'k-7' }), {
              status: 500,
            }),
          )
        : good(path, init),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The teams could not be read. Could not read lines.');
    expect(alert).toHaveTextContent('Reference k-7');
    failing = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('article')).toHaveLength(4);
  });
});
