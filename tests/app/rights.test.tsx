import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { openApp, type OpenApp } from './open-app.tsx';

configure({ asyncUtilTimeout: 10_000 });

let app: OpenApp | null = null;
afterEach(() => {
  app?.close();
  app = null;
});

const button = (name: string | RegExp): HTMLElement | null => screen.queryByRole('button', { name });

async function openAndListen(scenario: ScenarioName, address: string): Promise<() => readonly string[]> {
  app = await openApp(scenario, address);
  const { asked } = app;
  return () => asked.filter((path) => /imports|people|keys|audit|records\/|comments/.test(path));
}

describe('the navigation', () => {
  it.each<{ scenario: ScenarioName; pages: readonly string[] }>([
    { scenario: 'viewer', pages: ['Scorecard', 'Weekly review', 'Teams & goals', 'Wall'] },
    { scenario: 'editor', pages: ['Scorecard', 'Weekly review', 'Teams & goals', 'Wall', 'Data'] },
    { scenario: 'administrator', pages: ['Scorecard', 'Weekly review', 'Teams & goals', 'Wall', 'Data', 'People'] },
    { scenario: 'design', pages: ['Scorecard', 'Weekly review', 'Teams & goals', 'Wall', 'Data'] },
  ])('shows $scenario what is possible', async ({ scenario, pages }) => {
    app = await openApp(scenario);
    await screen.findByRole('button', { name: /^Account of|^Open: no/ });
    const main = screen.getByRole('navigation', { name: 'Main' });
    expect(
      within(main)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(pages);
  });

  it('is no wall: an address of a page that is not one’s own says whose it is', async () => {
    const asked = await openAndListen('viewer', '/data');
    expect(await screen.findByText(/Imports are seen and made by editors/)).toBeVisible();
    expect(button('Import')).toBeNull();
    app?.close();
    app = await openApp('lead', '/people');
    expect(await screen.findByText(/This page is for administrators/)).toBeVisible();
    expect([...asked(), ...app.asked.filter((path) => path.includes('/api/people'))]).toEqual([]);
  });
});

describe('goals', () => {
  it('are read by a viewer, with nothing to press that would be refused', async () => {
    app = await openApp('viewer', '/goals?team=depot-north');
    expect(await screen.findByRole('button', { name: 'Versions' })).toBeVisible();
    expect(await screen.findByRole('rowheader', { name: /Count the 40 fastest movers/ })).toBeVisible();
    for (const name of ['Change', 'End', /^Set a goal/, /^Add an action/, 'Add an improvement', /: change /])
      expect(button(name)).toBeNull();
    await userEvent.keyboard('n');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('are written by the lead of the team, and of no other', async () => {
    app = await openApp('lead', '/goals?team=depot-north');
    expect(await screen.findByRole('button', { name: /^Set a goal/ })).toBeVisible();
    expect(await screen.findByRole('button', { name: 'End' })).toBeVisible();
    app.close();
    app = await openApp('lead', '/goals?team=depot-east');
    expect(await screen.findByRole('heading', { level: 1, name: 'Depot East' })).toBeVisible();
    await screen.findByRole('button', { name: 'Account of Tom Adeyemi' });
    expect(button(/^Set a goal/)).toBeNull();
    expect(button(/^Add an action/)).toBeNull();
  });
});

describe('the weekly review', () => {
  it('is read by a viewer: minutes as text, no field, no closing', async () => {
    app = await openApp('viewer', '/review');
    expect(await screen.findByRole('region', { name: 'Decisions' })).toHaveTextContent('Second carrier');
    const actions = await screen.findByRole('region', { name: 'Actions' });
    expect(within(actions).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(button('Close the review')).toBeNull();
  });

  it('of all teams is not written in by the lead of one, who writes in that team’s', async () => {
    app = await openApp('lead', '/review');
    await screen.findByRole('region', { name: 'Decisions' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    app.close();
    app = await openApp('lead', '/review?team=depot-north');
    expect(await screen.findByRole('textbox', { name: /Write a decision/ })).toBeVisible();
    expect(button('Close the review')).toBeNull();
  });

  it('is closed by an editor, under the account’s name', async () => {
    app = await openApp('editor', '/review');
    await userEvent.click(await screen.findByRole('button', { name: 'Close the review' }));
    const dialog = await screen.findByRole('dialog', { name: /Close the review/ });
    expect(dialog).toHaveTextContent('As Mara Voss');
    expect(within(dialog).queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('customers’ names and words', () => {
  it('say why they are not shown, and are not asked for', async () => {
    const asked = await openAndListen('no-records', '/?figure=on-time');
    const dialog = await screen.findByRole('dialog', { name: /On time/ });
    expect(await within(dialog).findByText(/shown to people who have that right/)).toBeVisible();
    app?.close();
    const askedThen = await openAndListen('no-records', '/review?at=words');
    expect(await screen.findByText(/What customers wrote can hold customers’ names/)).toBeVisible();
    expect([...asked(), ...askedThen()].filter((path) => /records\/|comments/.test(path))).toEqual([]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('new limits', () => {
  it('are confirmed by editors: a lead annotates the own team, and is told who confirms', async () => {
    app = await openApp('lead', '/indicator/on-time?team=depot-north');
    expect(await screen.findByRole('button', { name: /^Annotate/ })).toBeVisible();
    app.close();
    app = await openApp('lead', '/indicator/on-time');
    await screen.findByRole('region', { name: 'Annotations' });
    expect(button(/^Annotate/)).toBeNull();
    expect(button(/^Withdraw/)).toBeNull();
    expect(button('Confirm …')).toBeNull();
  });
});
