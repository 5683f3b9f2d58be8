import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { createQueryClient } from '../../../src/api/query-client.ts';
import { App } from '../../../src/app/app.tsx';
import { setName } from '../../../src/state/preferences.ts';
import { answering } from '../scorecard/answers.ts';
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

async function open(scenario: ScenarioName | Fetcher = 'design', address = '/indicator/on-time'): Promise<void> {
  undo = withFetcher(typeof scenario === 'string' ? answering(scenario) : scenario);
  history.replaceState(null, '', address);
  render(<App client={createQueryClient()} />);
  await screen.findByRole('main');
}

const address = (): string => location.pathname + location.search;
const thisWeek = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'This week' });

describe('the page of an indicator', () => {
  it('says the figure, both changes and what the chart argues, signals by word beside their marks', async () => {
    await open();
    const figure = await thisWeek();
    expect(figure).toHaveTextContent('91.4');
    expect(figure).toHaveTextContent('Act');
    expect(figure).toHaveTextContent(/−0.4.pp vs week 45 · −2.9.pp vs last year/);
    expect(figure).toHaveTextContent(/Concerning: Weeks 36–46 11 weeks below the mean/);
    expect(figure).toHaveTextContent(/Out of reach as it runs/);
    expect(screen.getByRole('heading', { level: 1, name: /On time/ })).toBeVisible();
    expect(screen.getByRole('application', { name: 'On time, 18 months' })).toBeVisible();
  });

  it('gives a reason where a figure cannot be given: by focus, and in the notes', async () => {
    await open();
    const table = await screen.findByRole('table', { name: /last week, its changes/ });
    const [ytd] = within(table).getAllByRole('button', { name: 'no figure' });
    expect(ytd).toHaveAccessibleDescription('week 14 has no data');
    ytd?.focus();
    await waitFor(() => expect(within(table).getAllByRole('tooltip')[0]).toBeVisible());
    expect(screen.getByRole('list', { name: 'Figures that cannot be given' })).toHaveTextContent('YTD: week 14');
  });

  it('shows the table by its key and its button, in the address', async () => {
    await open();
    await thisWeek();
    await userEvent.keyboard('t');
    expect(address()).toBe('/indicator/on-time?show=table');
    expect(await screen.findByRole('region', { name: 'On time, 18 months, table' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Show as chart/ }));
    expect(address()).toBe('/indicator/on-time');
  });

  it('looks back three and five years, in the address', async () => {
    await open();
    await userEvent.click(await screen.findByRole('radio', { name: '5 years' }));
    expect(address()).toBe('/indicator/on-time?span=5-years');
    expect(await screen.findByRole('application', { name: 'On time, 5 years' })).toBeVisible();
  });

  it('steps weeks by the arrow keys, keeps the span, and comes home', async () => {
    await open('design', '/indicator/on-time?span=3-years');
    await thisWeek();
    await userEvent.keyboard('{ArrowLeft}');
    expect(address()).toBe('/indicator/on-time?week=2026-W45&span=3-years');
    await userEvent.keyboard('{Home}');
    expect(address()).toBe('/indicator/on-time?span=3-years');
  });
});

describe('records behind a week', () => {
  it('opens from the row of a week, in the address, and goes with it', async () => {
    await open('design', '/indicator/on-time?show=table');
    await userEvent.click(await screen.findByRole('button', { name: /Week 45.*2–8 Nov.*show the records/ }));
    expect(address()).toBe('/indicator/on-time?show=table&rows=2026-W45');
    const dialog = await screen.findByRole('dialog', { name: /On time, Week 45/ });
    expect(await within(dialog).findByRole('table', { name: 'Rows behind On time' })).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(address()).toBe('/indicator/on-time?show=table'));
  });

  it('opens from a point of the chart by Enter', async () => {
    await open();
    const chart = await screen.findByRole('application', { name: 'On time, 18 months' });
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    expect(await screen.findByRole('dialog', { name: /On time, Week 4\d/ })).toBeVisible();
    expect(address()).toMatch(/rows=2026-W4\d/);
  });
});

describe('annotations', () => {
  it('adds one to the week in view under the writer’s name, and the list has it', async () => {
    await open('design', '/indicator/on-time?week=2026-W45');
    await thisWeek();
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'Annotate On time' });
    expect(within(dialog).getByLabelText('Date')).toHaveValue('2026-11-02');
    expect(dialog).toHaveTextContent('Week 45 · 2–8 Nov 2026');
    expect(within(dialog).getByRole('button', { name: 'Annotate' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('What happened'), 'Snow on the passes');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annotate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const list = await screen.findByRole('list', { name: 'Annotations' });
    await waitFor(() => expect(list).toHaveTextContent('Snow on the passes'));
    expect(list).toHaveTextContent('by Mara Voss');
  });

  it('asks for a name where none is known, and sends nothing without one', async () => {
    setName('');
    await open();
    await thisWeek();
    await userEvent.click(screen.getByRole('button', { name: /^Annotate/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Annotate On time' });
    await userEvent.type(within(dialog).getByLabelText('What happened'), 'Snow');
    expect(within(dialog).getByRole('button', { name: 'Annotate' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('Your name'), 'Tom Adeyemi');
    expect(within(dialog).getByRole('button', { name: 'Annotate' })).toBeEnabled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annotate' }));
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'Annotations' })).toHaveTextContent(/Snow.*by Tom Adeyemi/),
    );
  });

  it('keeps what was written when the service refuses it, and says why', async () => {
    const well = answering('design');
    const refusing: Fetcher = (path, init) =>
      init.method === 'POST' && path.endsWith('/api/annotations')
        ? Promise.resolve(
            Response.json(
              { error: { code: 'busy', message: 'Another write is under way.', reference: 'ref-7', at: null } },
              { status: 503 },
            ),
          )
        : well(path, init);
    await open(refusing);
    await thisWeek();
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'Annotate On time' });
    await userEvent.type(within(dialog).getByLabelText('What happened'), 'Snow');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annotate' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The annotation was not kept.');
    expect(within(dialog).getByLabelText('What happened')).toHaveValue('Snow');
  });

  it('withdraws one for a reason; it stays readable with who and why', async () => {
    await open();
    const list = await screen.findByRole('list', { name: 'Annotations' });
    await userEvent.click(await within(list).findByRole('button', { name: 'Withdraw Carrier change' }));
    const dialog = await screen.findByRole('dialog', { name: /Withdraw “Carrier change”/ });
    await userEvent.type(within(dialog).getByLabelText('Why'), 'Wrong day');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const entry = (): HTMLElement | undefined =>
      within(list)
        .getAllByRole('listitem')
        .find((item) => within(item).queryByText('Carrier change') !== null);
    await waitFor(() => expect(entry()).toHaveTextContent('withdrawn'));
    expect(entry()).toHaveTextContent('by Mara Voss');
    expect(entry()).toHaveTextContent('Wrong day');
  });
});

describe('new limits', () => {
  it('are proposed after a lasting shift, confirmed by a person with a reason, and withdrawn again', async () => {
    await open();
    const figure = await thisWeek();
    expect(figure).toHaveTextContent('Since week 36 the figures stand below the mean: draw new limits from there?');
    await userEvent.click(within(figure).getByRole('button', { name: 'Confirm …' }));
    const dialog = await screen.findByRole('dialog', { name: 'New limits for On time from week 36' });
    expect(within(dialog).getByRole('button', { name: 'Confirm new limits' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('Why did the process change?'), 'The new carrier');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm new limits' }));
    const changes = await screen.findByRole('list', { name: 'Confirmed changes' });
    await waitFor(() => expect(changes).toHaveTextContent(/New limits for On time.*The new carrier/));
    await waitFor(() => expect(figure).not.toHaveTextContent('draw new limits from there'));
    expect(figure).toHaveTextContent('Limits are a first guess');

    await userEvent.click(within(changes).getByRole('button', { name: 'Withdraw New limits for On time' }));
    const withdrawal = await screen.findByRole('dialog', { name: /Withdraw/ });
    await userEvent.type(within(withdrawal).getByLabelText('Why'), 'It was the weather');
    await userEvent.click(within(withdrawal).getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(figure).toHaveTextContent('draw new limits from there'));
    expect(changes).toHaveTextContent('withdrawn');
  });
});

describe('states', () => {
  it('an unknown indicator is said so, with the way on', async () => {
    await open('design', '/indicator/nothing-of-the-kind');
    expect(await screen.findByRole('heading', { name: 'There is no indicator of that name' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the scorecard' })).toHaveAttribute('href', '/');
  });

  it('a measure that failed says why and under which reference; another try is one press away', async () => {
    await open('failing-measure', '/indicator/price-realisation');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/could not be read/);
    expect(alert).toHaveTextContent(/Reference/);
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('a measure without records says what it needs, and still what it is', async () => {
    await open('partial', '/indicator/claims-per-1000');
    expect(await thisWeek()).toHaveTextContent(/Needs .*claims/);
    expect(screen.getByRole('region', { name: 'About this number' })).toHaveTextContent('Formula');
    expect(screen.queryByRole('table', { name: /last week/ })).not.toBeInTheDocument();
  });

  it('an empty service offers what to do', async () => {
    await open('empty');
    expect(await screen.findByRole('heading', { name: 'There is no data yet' })).toBeVisible();
  });

  it('a service that fails is told, with another try', async () => {
    await open('failing');
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be read/);
  });
});
