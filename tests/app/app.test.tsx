import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent as pressing } from 'vitest/browser';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { withFetcher, type Fetcher } from '../../src/api/client.ts';
import { createQueryClient } from '../../src/api/query-client.ts';
import { App } from '../../src/app/app.tsx';
import { answering } from '../features/scorecard/answers.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 10_000 });

const home = location.href;
let undo = (): void => undefined;

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(() => {
  undo();
  history.replaceState(null, '', home);
});

async function open(scenario: ScenarioName | Fetcher, address = '/'): Promise<void> {
  undo = withFetcher(typeof scenario === 'string' ? answering(scenario) : scenario);
  history.replaceState(null, '', address);
  render(<App client={createQueryClient()} />);
  await screen.findByRole('main');
}

const address = (): string => location.pathname + location.search;

describe('the scorecard', () => {
  it('shows each figure under its name: what a reader hears is what is seen', async () => {
    await open('design');
    const tile = await screen.findByRole('article', { name: 'On time' });
    expect(tile).toHaveTextContent('91.4');
    expect(tile).toHaveTextContent('Act');
    expect(tile).toHaveTextContent('vs at least 95');
    expect(screen.getByRole('region', { name: 'Opportunity' })).toContainElement(tile);
  });

  it('lays a figure’s calculation open at a press, in the address, and gives the focus back', async () => {
    await open('design');
    const tile = await screen.findByRole('article', { name: 'On time' });
    await userEvent.click(within(tile).getByRole('link', { name: 'On time' }));
    expect(address()).toBe('/?figure=on-time');
    const dialog = await screen.findByRole('dialog', { name: /On time/ });
    expect(dialog).toHaveTextContent('2,938: lines due and delivered by the promised date');
    expect(await within(dialog).findByRole('table', { name: /Rows behind/ })).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(address()).toBe('/');
  });

  it('explains each way in which the promise broke, from its bar', async () => {
    await open('design');
    await userEvent.click(await screen.findByRole('link', { name: 'Late 276: how it is calculated' }));
    const dialog = await screen.findByRole('dialog', { name: /Late/ });
    expect(dialog).toHaveTextContent('276');
    expect(await within(dialog).findByRole('table', { name: /Rows behind/ })).toBeVisible();
  });

  it('opens with the calculation of a grade when the address says so', async () => {
    await open('design', '/?grade=opportunity');
    const dialog = await screen.findByRole('dialog', { name: /Opportunity/ });
    expect(within(dialog).getAllByRole('row')).toHaveLength(4);
  });

  it('steps weeks by the arrow keys, and comes home', async () => {
    await open('design');
    await screen.findByRole('article', { name: 'On time' });
    await userEvent.keyboard('{ArrowLeft}');
    expect(address()).toBe('/?week=2026-W45');
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(address()).toBe('/');
    await userEvent.keyboard('{ArrowLeft}{Home}');
    expect(address()).toBe('/');
  });

  it('leaves the arrow keys to a field that has the focus', async () => {
    await open('design');
    await screen.findByRole('article', { name: 'On time' });
    await userEvent.click(screen.getByRole('radio', { name: 'Previous week' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(address()).toBe('/?compare=last-year');
  });

  it('shows the figures of a team that is chosen', async () => {
    await open('design');
    await userEvent.click(await screen.findByRole('button', { name: /All teams/ }));
    const teams = await screen.findAllByRole('option');
    const team = teams.at(-1);
    if (team === undefined) throw new Error('the design has no teams');
    const name = team.textContent;
    await userEvent.click(team);
    expect(address()).toMatch(/^\/\?team=/);
    expect(await screen.findByRole('button', { name })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'false'));
  });

  it('keeps the other figures when one cannot be read, and names the reference', async () => {
    await open('failing-measure');
    const tile = await screen.findByRole('article', { name: 'Price realisation' });
    expect(tile).toHaveTextContent('Reference E42');
    expect(within(tile).getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.getByRole('article', { name: 'On time' })).toHaveTextContent('91.4');
  });

  it('says what failed when nothing can be read, and tries again', async () => {
    const good = answering('design');
    let broken = true;
    await open(async (path, init) => {
      if (!broken || path === '/api/health') return good(path, init);
      const error = { code: 'internal', message: 'The database is locked.', reference: 'E9' };
      return Promise.resolve(new Response(JSON.stringify(error), { status: 500 }));
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is locked.');
    expect(alert).toHaveTextContent('Reference E9');
    broken = false;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('article', { name: 'On time' })).toBeVisible();
  });

  it('offers an empty service both ways on', async () => {
    await open('empty');
    expect(await screen.findByRole('button', { name: 'Load the sample' })).toBeEnabled();
    expect(screen.getByText(/npm run import/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Data page' })).toHaveAttribute('href', '/data');
  });
});

describe('from anywhere', () => {
  it('lists its keys at ?, and closes at Escape', async () => {
    await open('design');
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeVisible();
    // The platform closes a dialog at a true key press alone.
    await pressing.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('finds pages by name', async () => {
    await open('design');
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox'), 'Data{Enter}');
    expect(address()).toBe('/data');
    expect(await screen.findByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  });

  it('finds indicators by name', async () => {
    await open('design');
    await screen.findByRole('article', { name: 'On time' });
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox'), 'repeated{Enter}');
    expect(address()).toBe('/indicator/repeated-claims');
  });

  it('says that an address names no page, and offers those that exist', async () => {
    await open('design', '/nowhere');
    expect(await screen.findByRole('heading', { name: 'No page here' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the scorecard' })).toBeVisible();
  });
});

describe('the data page', () => {
  it('asks before an import is undone, and says which', async () => {
    await open('design', '/data');
    const [first] = await screen.findAllByRole('button', { name: /^Undo / });
    if (first === undefined) throw new Error('no import can be undone');
    await userEvent.click(first);
    const dialog = await screen.findByRole('dialog', { name: 'Undo this import?' });
    expect(dialog).toHaveTextContent('orders-2026-w46.csv');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo the import' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByText('Undone')).toBeVisible();
  });

  it('says why an undo is refused', async () => {
    await open('conflict', '/data');
    const [first] = await screen.findAllByRole('button', { name: /^Undo / });
    if (first === undefined) throw new Error('no import can be undone');
    await userEvent.click(first);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo the import' }));
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
  });

  it('lists every refused row with its reason', async () => {
    await open('design', '/data?import=2');
    const dialog = await screen.findByRole('dialog', { name: /orders-2026-w46/ });
    expect(await within(dialog).findByRole('row', { name: /118 promised_at 31\/02\/2026/ })).toBeVisible();
    expect(within(dialog).getByRole('link', { name: /Download the refused rows/ })).toBeVisible();
  });
});
