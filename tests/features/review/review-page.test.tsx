import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { createQueryClient } from '../../../src/api/query-client.ts';
import { App } from '../../../src/app/app.tsx';
import { openClock } from '../../../src/state/review-clock.ts';
import { answering } from '../scorecard/answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

const home = location.href;
let undo = (): void => undefined;

beforeEach(() => {
  sessionStorage.clear();
  openClock('');
});
afterEach(() => {
  undo();
  sessionStorage.clear();
  history.replaceState(null, '', home);
});

async function open(service: ScenarioName | Fetcher, address = '/review'): Promise<void> {
  undo = withFetcher(typeof service === 'string' ? answering(service) : service);
  history.replaceState(null, '', address);
  render(<App client={createQueryClient()} />);
  await screen.findByRole('main');
}

const address = (): string => location.pathname + location.search;
const agenda = () => screen.findByRole('navigation', { name: 'Agenda' });
const exceptions = () => screen.findByRole('region', { name: 'Exceptions' });
const inFocus = (name: string) => screen.findByRole('region', { name });
/** Answers of a scenario, save those of one path. */
const failingAt =
  (scenario: ScenarioName, path: string): Fetcher =>
  (asked, init) =>
    asked.startsWith(path) ? answering('failing')(asked, init) : answering(scenario)(asked, init);

describe('the agenda', () => {
  it('opens with the worst measure in focus, and says how many there are', async () => {
    await open('design');
    const title = { level: 1, name: 'Week 46 · Mon 9 – Sun 15 Nov 2026 · final' };
    expect(await screen.findByRole('heading', title)).toBeVisible();
    const focus = await inFocus('On time');
    expect(focus).toHaveTextContent('91.4');
    expect(focus).toHaveTextContent('−3.6 pp vs at least 95 %');
    expect(focus).toHaveTextContent('11 weeks below the mean of 93.4 %');
    expect(await agenda()).toHaveTextContent('1 of 12 measures, 0 of 25 min');
    const list = await exceptions();
    expect(list).toHaveTextContent(/Signal or missed target; 4 on target.*not listed/);
    expect(within(list).getByRole('region', { name: 'Act, 7' })).toBeVisible();
  });

  it('steps by j and k through measures and sections, in the address, and ticks off what one moved on from', async () => {
    await open('design');
    await inFocus('On time');
    const steps = history.length;
    await userEvent.keyboard('j');
    expect(await inFocus('Promise kept')).toHaveTextContent('82.6');
    expect(address()).toBe('/review?at=promise-kept');
    const [left] = within(await exceptions()).getAllByRole('listitem');
    await waitFor(() => expect(left).toHaveTextContent('On time, concerning, discussed'));
    await userEvent.keyboard('k');
    await inFocus('On time');
    expect(address()).toBe('/review');
    expect(within(await exceptions()).getByRole('link', { name: 'On time' })).toHaveAttribute('aria-current', 'step');
    await userEvent.keyboard('{j>12/}');
    await inFocus('What happened since the last review');
    // Forty steps are one visit.
    expect(history.length).toBe(steps);
  });

  it('jumps to its sections by 1 to 5', async () => {
    await open('design');
    await inFocus('On time');
    for (const [key, name] of [
      ['2', 'What happened since the last review'],
      ['3', 'Retention and repeated claims'],
      ['4', 'Customers’ words'],
      ['5', 'Decisions and actions'],
      ['1', 'On time'],
    ] as const) {
      await userEvent.keyboard(key);
      await waitFor(() => expect(screen.getByRole('main')).toHaveTextContent(name));
      expect(within(await agenda()).getByRole('link', { current: 'step' })).toHaveTextContent(key);
    }
  });

  it('opens at the step that an address names, also a measure that is not on it', async () => {
    await open('design', '/review?at=right-first-time');
    await inFocus('Right first time');
    expect(await agenda()).toHaveTextContent('not on the agenda');
    await userEvent.keyboard('j');
    await inFocus('On time');
  });

  it('leads to the page of the measure in focus, in the same week', async () => {
    await open('design', '/review?week=2026-W45');
    const name = within(await inFocus('On time')).getByRole('heading', { name: 'On time' });
    expect(within(name).getByRole('link')).toHaveAttribute('href', '/indicator/on-time?week=2026-W45');
  });

  it('types where somebody types: no key of the agenda is taken from a note', async () => {
    await open('design');
    await inFocus('On time');
    await userEvent.keyboard('n');
    const note = screen.getByRole('textbox', { name: /Write a note/ });
    await waitFor(() => expect(note).toHaveFocus());
    await userEvent.keyboard('jk5');
    expect(address()).toBe('/review');
  });

  it('turns the chart into its table and back by t', async () => {
    await open('design');
    const focus = await inFocus('On time');
    const tables = within(focus).getAllByRole('table').length;
    await userEvent.keyboard('t');
    await waitFor(() => expect(within(focus).getAllByRole('table').length).toBeGreaterThan(tables));
    await userEvent.keyboard('t');
    await waitFor(() => expect(within(focus).getAllByRole('table')).toHaveLength(tables));
  });

  it('steps weeks by the arrows and ends with the latest complete one', async () => {
    await open('current-week');
    await inFocus('On time');
    await userEvent.keyboard('{ArrowRight}');
    expect(address()).toBe('/review');
    await userEvent.keyboard('{ArrowLeft}');
    expect(address()).toBe('/review?week=2026-W45');
    expect(screen.getByRole('button', { name: 'Next week' })).toBeEnabled();
    await userEvent.keyboard('{Home}');
    expect(address()).toBe('/review');
  });
});

describe('another week or other teams', () => {
  it('leaves the former review whole on the screen until the next one is there', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const answer = answering('design');
    await open(async (path, init) => {
      if (path.startsWith('/api/reviews/2026-W43')) await held;
      return answer(path, init);
    }, '/review?week=2026-W44');
    expect(await screen.findByRole('heading', { level: 1, name: /^Week 44 / })).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    expect(address()).toBe('/review?week=2026-W43');
    await waitFor(() => expect(screen.getByTestId('review')).toHaveAttribute('aria-busy', 'true'));
    expect(screen.getByRole('heading', { level: 1, name: /^Week 44 / })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Notes' })).toBeVisible();
    release();
    expect(await screen.findByRole('heading', { level: 1, name: /^Week 43 / })).toBeVisible();
  });

  it('takes two quick presses for two weeks', async () => {
    await open('design', '/review?week=2026-W44');
    await screen.findByRole('heading', { level: 1, name: /^Week 44 / });
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(address()).toBe('/review?week=2026-W42');
  });

  it('ticks the chosen team in the list', async () => {
    await open('design', '/review?team=depot-north');
    await inFocus('On time');
    await userEvent.click(screen.getByRole('button', { name: 'Depot North' }));
    const row = await screen.findByRole('option', { name: /Depot North/ });
    expect(within(row).getByLabelText('chosen')).toBeVisible();
  });
});

describe('the later sections', () => {
  it('tell what changed since the closed review before', async () => {
    await open('design', '/review?at=since');
    const since = await inFocus('What happened since the last review');
    expect(since).toHaveTextContent('Claims resolved in promiseWatch to Act');
    expect(since).toHaveTextContent('In full, week 45was 94.1, now 93.6');
    expect(since).toHaveTextContent('Against the review of week 45');
  });

  it('always hold retention and repeated claims, with their lines', async () => {
    await open('review-quiet', '/review?at=outcomes');
    expect(await screen.findByRole('region', { name: 'Retention, 12 weeks' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Repeated claims' })).toBeVisible();
  });

  it('read what customers wrote, worst grade first', async () => {
    await open('design', '/review?at=words');
    const [first] = await within(await inFocus('Customers’ words')).findAllByRole('listitem');
    expect(first).toHaveTextContent('2.1 of 10');
    expect(first).toHaveTextContent('Third Thursday in a row');
  });

  it('say which words could not be read, and read them again', async () => {
    await open(failingAt('design', '/api/comments'), '/review?at=words');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('What customers wrote could not be read.');
    undo();
    undo = withFetcher(answering('design'));
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Third Thursday/)).toBeVisible();
  });

  it('end with every decision and action, also those of earlier weeks', async () => {
    await open('design', '/review?at=actions');
    const section = await inFocus('Decisions and actions');
    expect(within(section).getByRole('region', { name: 'All decisions' })).toHaveTextContent('Second carrier');
    expect(within(section).getByRole('region', { name: 'All open from earlier weeks' })).toHaveTextContent('Slot data');
    expect(screen.getByRole('button', { name: /Next exception/ })).toBeDisabled();
  });
});

describe('a closed review', () => {
  it('shows the figures as they were, and beside them what was restated since', async () => {
    await open('review-restated');
    expect(await screen.findByText(/Closed by Tom Adeyemi on .*: figures as they were then/)).toBeVisible();
    expect(screen.getByText(/2 figures were restated since/)).toBeVisible();
    const focus = await inFocus('On time');
    expect(focus).toHaveTextContent('91.9');
    expect(focus).toHaveTextContent('restated since: now 91.4 %');
    expect(await agenda()).toHaveTextContent('26 of 25 min');
  });

  it('stands by itself where the present figures cannot be read', async () => {
    await open(failingAt('review-restated', '/api/observations'));
    const focus = await inFocus('On time');
    expect(focus).toHaveTextContent('91.9');
    expect(screen.getByText(/What was restated since could not be read/)).toBeVisible();
  });
});

describe('when not everything can be read', () => {
  it('minutes can be written beside figures that failed', async () => {
    await open(failingAt('design', '/api/observations'));
    expect(await screen.findByText('The figures could not be read')).toBeVisible();
    expect(await screen.findByRole('region', { name: 'Notes' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Decisions' })).toHaveTextContent('Second carrier');
  });

  it('figures stand beside minutes that failed', async () => {
    await open(failingAt('design', '/api/reviews'));
    expect(await screen.findByText('The minutes could not be read')).toBeVisible();
    expect(await inFocus('On time')).toHaveTextContent('91.4');
  });

  it('says once that nothing could be read', async () => {
    await open('failing');
    expect(await screen.findByRole('alert')).toHaveTextContent('The figures could not be read');
    expect(screen.queryByRole('navigation', { name: 'Agenda' })).not.toBeInTheDocument();
  });

  it('a quiet week says what it counted', async () => {
    await open('review-quiet');
    expect(await exceptions()).toHaveTextContent(/Nothing asks for attention: \d+ on target/);
    expect(await agenda()).toHaveTextContent('0 of 25 min');
  });

  it('a week that no import covered is not quiet, and minutes can still be written', async () => {
    await open('gap', '/review?week=2026-W44');
    expect(await inFocus('No data for this week')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('no data');
    expect(screen.getByRole('region', { name: 'Notes' })).toBeVisible();
  });

  it('a running week cannot be reviewed, and the way leads to the one that can', async () => {
    await open('current-week', '/review?week=2026-W47');
    expect(await screen.findByRole('heading', { name: /Week 47 .* is not complete/ })).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Review week 46' }));
    await inFocus('On time');
  });

  it('an empty service offers what to do', async () => {
    await open('empty');
    expect(await screen.findByRole('button', { name: /sample/i })).toBeVisible();
  });
});
