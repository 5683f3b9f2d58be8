import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { createQueryClient } from '../../../src/api/query-client.ts';
import { App } from '../../../src/app/app.tsx';
import { setName } from '../../../src/state/preferences.ts';
import { ACTIONS, action, goal, GOALS, goalsAnswering, json, refused, type Written } from './goals-answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 15_000 });

const home = location.href;
let undo = (): void => undefined;

beforeEach(() => setName('Mara Voss'));
afterEach(() => {
  undo();
  setName('');
  history.replaceState(null, '', home);
});

async function open(fetcher: Fetcher = goalsAnswering(), address = '/goals?team=depot-north'): Promise<void> {
  undo = withFetcher(fetcher);
  history.replaceState(null, '', address);
  render(<App client={createQueryClient()} />);
  await screen.findByRole('heading', { level: 1, name: /Depot North|teams|Kept|Nordwind|./ });
}

const address = (): string => location.pathname + location.search;
const table = (): Promise<HTMLElement> => screen.findByRole('table', { name: /^Goals/ });
const row = async (name: RegExp): Promise<HTMLElement> => within(await table()).findByRole('row', { name });

describe('the goals of a team', () => {
  it('says of each goal what it is, where it stands against its plan, and what must change, who needs help first', async () => {
    await open();
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent(/^On time.*at least 95.% by 28 Mar 2027.*89\.8.%.*Act.*pp.*now/);
    expect(within(await row(/^Repeated claims/)).getByText(/beside it: .* \d/)).toBeVisible();
    expect(
      within(await row(/^In full/)).getByRole('img', { name: /From 90\.6.% to 95\.0.%, now .* in week 46, planned/ }),
    ).toBeVisible();
  });

  it('fills in the arrival of every goal without being asked', async () => {
    await open();
    await table();
    await waitFor(() => expect(screen.queryByText('Simulating the arrival')).not.toBeInTheDocument());
  });

  it('says where the scorecard judges otherwise, in words', async () => {
    await open(goalsAnswering({ goals: [goal('in-full', 85, 99, { due: '2028-12-31' })] }));
    expect(await screen.findByText(/The scorecard judges by the target in force: In full is/)).toBeVisible();
  });

  it('is of the organisation where no team is named', async () => {
    await open(goalsAnswering(), '/goals');
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveTextContent(/at least 96.% by/);
  });

  it('offers each of several teams, because a goal belongs to one', async () => {
    await open(goalsAnswering(), '/goals?team=depot-east&team=depot-north');
    expect(await screen.findByRole('heading', { name: /A goal belongs to one team/ })).toBeVisible();
    await userEvent.click(await screen.findByRole('link', { name: 'Depot North' }));
    expect(address()).toBe('/goals?team=depot-north');
  });

  it('says why a goal has no figure, in its own row', async () => {
    await open(
      goalsAnswering({
        goals: [
          goal('on-time', 93, 95),
          goal('nobody-knows', 1, 2),
          goal('posture', 1, 2),
          goal('price-realisation', 90, 95),
        ],
      }),
    );
    expect(await row(/^nobody-knows/)).toHaveTextContent('Kept knows no indicator of that name');
  });

  it('folds ended goals into a line that opens', async () => {
    await open();
    await userEvent.click(await screen.findByText('1 ended goal'));
    const ended = screen.getByRole('list', { name: 'Ended goals' });
    expect(ended).toHaveTextContent(/In full, at least 90.% by 25 Jan 2026, ended in week 5 of 2026/);
  });

  it('explains itself where there is no goal yet', async () => {
    await open(goalsAnswering({ goals: [] }));
    expect(await screen.findByRole('heading', { name: 'No goal yet for Depot North: set one' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Set a goal/ })).toBeVisible();
  });

  it('says what failed where the goals cannot be read', async () => {
    const whole = goalsAnswering();
    await open(async (path, init) =>
      path.startsWith('/api/goals') ? refused('internal', '', 500) : whole(path, init),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Refused in words.');
  });
});

describe('the goal in focus', () => {
  it('is chosen by a press and by the keys, in the address', async () => {
    await open(goalsAnswering({ goals: [goal('on-time', 93, 95), goal('in-full', 90.6, 95)] }));
    expect(within(await row(/^On time/)).getByRole('link')).toHaveAttribute('aria-current', 'true');
    await userEvent.click(screen.getByRole('link', { name: 'In full' }));
    expect(address()).toBe('/goals?team=depot-north&goal=north-in-full');
    expect(await screen.findByRole('heading', { name: 'In full, Depot North: route to the goal' })).toBeVisible();
    await userEvent.keyboard('k');
    expect(address()).toBe('/goals?team=depot-north&goal=north-on-time');
    await userEvent.keyboard('{ArrowDown}');
    expect(address()).toBe('/goals?team=depot-north&goal=north-in-full');
    expect(screen.getByRole('link', { name: 'In full' })).toHaveAttribute('aria-current', 'true');
  });

  it('has a chart that is read by arrow keys, and its weeks as a table', async () => {
    await open(goalsAnswering(), '/goals?team=depot-north&goal=north-in-full');
    const chart = await screen.findByRole('application', { name: 'In full, Depot North: route to the goal' });
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(within(chart).getByRole('status')).toHaveTextContent(/Week 4\d.*Plan/));
    await userEvent.keyboard('t');
    const weeks = await screen.findByRole('region', { name: /route to the goal, table/ });
    expect(within(weeks).getByRole('row', { name: /Week 46, 9–15 Nov/ })).toHaveTextContent(/behind|ahead|on the plan/);
  });

  it('says how steadily the target is met and what its chance is', async () => {
    await open(goalsAnswering(), '/goals?team=depot-north&goal=north-in-full');
    await waitFor(() =>
      expect(document.body).toHaveTextContent(/Chance of being at the goal on 31 Jan(under |over )?\d+.%/i),
    );
    expect(document.body).toHaveTextContent(/In target\d+ of the last \d+ weeks/i);
  });

  it('names the causes behind it and the components they lie in, with the actions that work there', async () => {
    await open(goalsAnswering(), '/goals?team=depot-north&goal=north-in-full');
    expect(await screen.findByRole('heading', { name: 'Top causes, weeks 41 to 46' })).toBeVisible();
    const causes = screen.getByRole('list', { name: 'Top causes' });
    expect(within(causes).getAllByRole('listitem')[0]).toHaveTextContent(/Stock count wrong120, down to here 57.%/);
    expect(
      await screen.findByText(/Systems and procedures cause 100.% of short orders; 1 of 2 open actions/),
    ).toBeVisible();
  });

  it('says quietly where no records stand behind a figure', async () => {
    await open(goalsAnswering({ breakdown: () => refused('not-found', 'indicator', 404) }));
    expect(await screen.findByText('Refused in words.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('open actions', () => {
  const panel = async (): Promise<HTMLElement> => {
    await userEvent.click(await screen.findByRole('button', { name: /Running, 2 of 3 weeks: change/ }));
    return screen.findByRole('form', { name: 'Change Count the fastest movers' });
  };

  it('are told with component, goal, owner, day and gain, late ones in words', async () => {
    await open();
    const actions = await screen.findByRole('table', { name: 'Open actions' });
    expect(within(actions).getByRole('row', { name: /^Count/ })).toHaveTextContent(
      /Systems and equipmentIn fullP. NairFri 4 Dec\+0\.6.ppRunning, 2 of 3 weeks/,
    );
    expect(within(actions).getByRole('row', { name: /^Offer/ })).toHaveTextContent('5 days late');
  });

  it('take how far they are, on the revision that was read', async () => {
    const written: Written[] = [];
    await open(goalsAnswering({ written }));
    const form = await panel();
    const field = within(form).getByLabelText('How far it is');
    await userEvent.clear(field);
    await userEvent.type(field, 'Running, 3 of 3 weeks');
    await userEvent.click(within(form).getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(written).toEqual([
      {
        method: 'PUT',
        path: '/api/minutes/Count%20the%20fastest%20movers',
        body: {
          revision: 1,
          indicator: 'in-full',
          text: 'Count the fastest movers',
          author: 'Mara Voss',
          action: {
            owner: 'Priya Nair',
            due: '2026-12-04',
            cause: null,
            improvement: 'wms',
            state: 'open',
            expected: 0.6,
            progress: 'Running, 3 of 3 weeks',
          },
        },
      },
    ]);
  });

  it('are done by a press', async () => {
    const written: Written[] = [];
    await open(goalsAnswering({ written }));
    await userEvent.click(within(await panel()).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(written[0]?.body).toMatchObject({ action: { state: 'done' } }));
  });

  it('are never written over: somebody else’s change is told by name and can be loaded', async () => {
    const changed = action('Count the fastest movers', {
      revision: 2,
      changedBy: 'Ines Duarte',
      action: { progress: 'Paused' },
    });
    let standing = ACTIONS;
    await open(
      goalsAnswering({
        actions: () => standing,
        write: () => {
          standing = [changed];
          return refused('conflict', 'revision', 409);
        },
      }),
    );
    const form = await panel();
    await userEvent.click(within(form).getByRole('button', { name: 'Keep' }));
    await userEvent.click(await within(form).findByRole('button', { name: 'See by whom' }));
    expect(await within(form).findByText(/Ines Duarte changed it, .*: Paused\./)).toBeVisible();
    await userEvent.click(within(form).getByRole('button', { name: 'Load theirs' }));
    expect(within(form).getByLabelText('How far it is')).toHaveValue('Paused');
  });

  it('are added to the review of the week in view; to the next one’s where that is closed, which is said', async () => {
    const written: Written[] = [];
    await open(
      goalsAnswering({
        written,
        write: ({ path }) =>
          path.startsWith('/api/reviews/2026-W46/')
            ? refused('conflict', 'state', 409)
            : json(action('new', { week: '2026-W47', text: 'Label the shelves' })),
      }),
      '/goals?team=depot-north&goal=north-in-full',
    );
    await table();
    await userEvent.keyboard('a');
    const dialog = await screen.findByRole('dialog', { name: 'Add an action' });
    expect(within(dialog).getByRole('button', { name: 'Add the action' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('What is to be done'), 'Label the shelves');
    await userEvent.type(within(dialog).getByLabelText('Owner'), 'Priya Nair');
    await userEvent.type(within(dialog).getByLabelText('Due'), '2026-12-11');
    await userEvent.type(within(dialog).getByLabelText(/Expected gain/), '0.4');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add the action' }));
    expect(await within(dialog).findByText(/The review of week 46 is closed: .* week 47/)).toBeVisible();
    expect(written.map(({ path }) => path)).toEqual([
      '/api/reviews/2026-W46/minutes?team=depot-north',
      '/api/reviews/2026-W47/minutes?team=depot-north',
    ]);
    expect(written[1]?.body).toMatchObject({
      kind: 'action',
      indicator: 'in-full',
      text: 'Label the shelves',
      action: { owner: 'Priya Nair', due: '2026-12-11', expected: 0.4, state: 'open' },
    });
  });
});

describe('the page', () => {
  it('is named after the team, with how many goals and how far the data goes', async () => {
    await open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Depot North' })).toBeVisible();
    expect(await screen.findByText(/^3 goals · .*week 46, data to Sun 15 Nov 2026$/)).toBeVisible();
    expect(GOALS).toHaveLength(5);
  });

  it('switches to another team’s goals and back, where everything simulated is still known', async () => {
    await open();
    await table();
    await waitFor(() => expect(screen.queryByText('Simulating the arrival')).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Depot North' }));
    await userEvent.click(await screen.findByRole('option', { name: 'All teams' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^In full/ })).not.toBeInTheDocument());
    expect(within(await table()).getByRole('row', { name: /^On time/ })).toHaveTextContent('at least 96');
    await userEvent.click(screen.getByRole('button', { name: 'All teams' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Depot North' }));
    await row(/^In full/);
    expect(screen.queryByText('Simulating the arrival')).not.toBeInTheDocument();
  });

  it('steps weeks by the arrow keys and keeps the goal', async () => {
    await open(goalsAnswering(), '/goals?team=depot-north&goal=north-in-full');
    await table();
    await userEvent.keyboard('{ArrowLeft}');
    expect(address()).toBe('/goals?week=2026-W45&team=depot-north&goal=north-in-full');
    await userEvent.keyboard('{Home}');
    expect(address()).toBe('/goals?team=depot-north&goal=north-in-full');
  });
});
