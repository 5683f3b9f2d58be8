import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { Displays, Pairing } from '../../../src/contract/displays.ts';
import { displayDrafts } from '../../../src/state/display-drafts.ts';
import { addressNow, openApp, refusal, type OpenApp } from '../../app/open-app.tsx';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 15_000 });

let app: OpenApp | null = null;
beforeEach(() => {
  sessionStorage.clear();
  displayDrafts.readAgain();
});
afterEach(() => {
  app?.close();
  app = null;
  sessionStorage.clear();
});

async function open(scenario: ScenarioName, address = '/displays'): Promise<OpenApp> {
  app?.close();
  app = await openApp(scenario, address);
  return app;
}

/** The code of a screen that begins to wait. */
async function codeOf({ ask }: OpenApp): Promise<string> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"width":1920,"height":1080}',
  };
  const pairing = Pairing.parse(await (await ask('/api/wall/pairing', init)).json());
  if (pairing.state !== 'waiting') throw new Error('paired already');
  return pairing.code;
}

const standing = async ({ ask }: OpenApp): Promise<Displays['displays']> =>
  Displays.parse(await (await ask('/api/displays', {})).json()).displays;

const row = (name: RegExp): Promise<HTMLElement> => screen.findByRole('row', { name });
const dialog = () => within(screen.getByRole('dialog'));
const field = (name: RegExp | string): HTMLElement => dialog().getByLabelText(name);
const retype = async (name: RegExp | string, text: string): Promise<void> => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};
const press = (name: RegExp | string): Promise<void> => userEvent.click(dialog().getByRole('button', { name }));
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

describe('the fleet', () => {
  it('hides how a display is, or who has to see to it', async () => {
    await open('fleet');
    expect(await row(/^Canteen/)).toHaveTextContent(/Waiting.*never.*nothing yet/);
    expect(await row(/^Entrance hall/)).toHaveTextContent(/Online.*12 seconds ago.*Mon 30 Nov, 08:40.*Four dimensions/);
    expect(await row(/^Loading bay/)).toHaveTextContent(/Depot North.*Silent.*15 hours ago.*Trend: Repeated claims/);
    expect(await row(/^Meeting room 2/)).toHaveTextContent(/Promise kept.*paused.*4 min slow/);
    expect(await row(/^Office South/)).toHaveTextContent(/hears the service late.*older: mocks-0.*could not be loaded/);
    expect(document.title).toBe('Wall – Kept');
  });

  it('offers a viewer what would be refused', async () => {
    await open('fleet-viewer');
    await screen.findByRole('button', { name: 'Account of Ruth Maas' });
    const hall = within(await row(/^Entrance hall/));
    expect([...hall.queryAllByRole('button'), ...hall.queryAllByRole('link')]).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Approve a screen' })).toBeNull();
    await open('fleet-viewer', '/displays?open=approve');
    expect(await screen.findByText(/Displays are set up by editors, and by leads/)).toBeVisible();
    expect(screen.queryByLabelText('Code on the screen')).toBeNull();
  });

  it('offers a lead the displays of others', async () => {
    await open('fleet-lead');
    await screen.findByRole('button', { name: 'Account of Tom Adeyemi' });
    const own = within(await row(/^Loading bay/));
    expect(await own.findByRole('link', { name: 'Change Loading bay' })).toBeVisible();
    expect(own.getByRole('button', { name: 'Revoke Loading bay' })).toBeVisible();
    for (const name of [/^Entrance hall/, /^Office South/])
      expect(within(await row(name)).queryByRole('button')).toBeNull();
  });

  it('cannot be reached where the tabs of a phone have no room for it', async () => {
    await open('fleet-viewer', '/data');
    await userEvent.click(await screen.findByRole('button', { name: 'Account of Ruth Maas' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Displays on walls' }));
    expect(await row(/^Entrance hall/)).toBeVisible();
    expect(addressNow()).toBe('/displays');
  });

  it('does not tell a display what was chosen, or does not show what came of it', async () => {
    const { asked } = await open('fleet');
    const tell = async (name: RegExp, item: string): Promise<void> => {
      await userEvent.click(within(await row(name)).getByRole('button', { name: /^Tell/ }));
      await userEvent.click(await screen.findByRole('menuitem', { name: item }));
    };
    await tell(/^Entrance hall/, 'Show Trend: Repeated claims');
    await waitFor(async () => expect(await row(/^Entrance hall/)).toHaveTextContent('Trend: Repeated claims'));
    await tell(/^Meeting room 2/, 'Turn again');
    await waitFor(async () => expect(await row(/^Meeting room 2/)).not.toHaveTextContent('paused'));
    expect(asked.filter((each) => each.startsWith('POST'))).toEqual([
      'POST /api/displays/hall/commands',
      'POST /api/displays/meeting-room/commands',
    ]);
    await tell(/^Loading bay/, 'Next slide');
    expect(await screen.findByText(/Told: next slide\. It does so if it is heard within ten minutes/)).toBeVisible();
    expect(within(await row(/^Canteen/)).queryByRole('button', { name: /^Tell/ })).toBeNull();
    // Another display is told something meanwhile, and then the first one something else before it was heard.
    await tell(/^Entrance hall/, 'Pause');
    expect(screen.getByText(/Told: next slide\./)).toBeVisible();
    await tell(/^Loading bay/, 'Pause');
    expect(await screen.findByText(/Told: pause \(in place of what it had not fetched yet\)\./)).toBeVisible();
  });

  it('revokes without asking, or another one', async () => {
    const opened = await open('fleet');
    await userEvent.click(within(await row(/^Canteen/)).getByRole('button', { name: 'Revoke Canteen' }));
    await screen.findByRole('dialog', { name: 'Revoke “Canteen”?' });
    await press('Cancel');
    expect((await standing(opened)).map(({ id }) => id)).toContain('canteen');
    await userEvent.click(within(await row(/^Canteen/)).getByRole('button', { name: 'Revoke Canteen' }));
    await press('Revoke Canteen');
    expect(await screen.findByText('Canteen was revoked. Its screen shows a new code.')).toBeVisible();
    expect(screen.queryByRole('rowheader', { name: /^Canteen/ })).toBeNull();
    expect((await standing(opened)).map(({ id }) => id)).not.toContain('canteen');
  });

  it('is a bare page where no display hangs', async () => {
    await open('design');
    expect(await screen.findByRole('heading', { name: 'No display hangs yet' })).toBeVisible();
    expect(screen.getByText(`${location.origin}/wall`)).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says nothing of a failure, or offers no way on', async () => {
    app = await openApp('fleet', '/displays', (path) => (path === '/api/displays' ? refusal('internal', 500) : null));
    expect(await screen.findByText(/The displays could not be read\./)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('a new screen', () => {
  it('is approved otherwise than it was typed', async () => {
    const opened = await open('design');
    const code = await codeOf(opened);
    await userEvent.click(await screen.findByRole('button', { name: 'Approve a screen' }));
    await screen.findByRole('dialog', { name: 'Approve a screen' });
    expect(addressNow()).toBe('/displays?open=approve');
    expect(field('Code on the screen')).toHaveFocus();
    await userEvent.type(field('Code on the screen'), `${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`);
    await userEvent.type(field('Name'), 'Entrance hall');
    await retype('Diagonal in inches', '65');
    await retype('Reading distance in metres', '6,5');
    await userEvent.selectOptions(field('Time zone'), 'Europe/Vienna');
    await userEvent.click(field('Depot North'));
    expect(dialog().getByText(/Capitals are at least 30 mm high/)).toBeVisible();
    await press('Approve the screen');
    await isClosed();
    expect(await screen.findByText(/Entrance hall is approved/)).toBeVisible();
    expect(addressNow()).toBe('/displays');
    const [display] = await standing(opened);
    expect(display?.words).toMatchObject({
      ...{ name: 'Entrance hall', diagonalInches: 65, distanceMetres: 6.5, timeZone: 'Europe/Vienna' },
      ...{ team: ['depot-north'], dim: null, reloadAt: '03:30' },
    });
    expect(display?.words.slides).toHaveLength(7);
    expect(displayDrafts.count()).toBe(0);
  });

  it('is held up by a wrong code without a word at its field, or what was typed is lost', async () => {
    const opened = await open('design', '/displays?open=approve');
    await screen.findByRole('dialog', { name: 'Approve a screen' });
    await userEvent.type(field('Code on the screen'), 'k0');
    expect(field('Code on the screen')).toBeInvalid();
    expect(dialog().getByText(/There is no O or 0 in a code/)).toBeVisible();
    await press('Approve the screen');
    expect(field('Code on the screen')).toHaveFocus();
    expect(dialog().getByText('A display has a name.')).toBeVisible();
    await retype('Code on the screen', 'zzzzzz');
    await userEvent.type(field('Name'), 'Hall');
    await press('Approve the screen');
    expect(await dialog().findByText(/No screen shows this code/)).toBeVisible();
    expect(field('Code on the screen')).toHaveFocus();
    expect(field('Name')).toHaveValue('Hall');
    await press('Cancel');
    await userEvent.click(screen.getByRole('button', { name: 'Approve a screen' }));
    await screen.findByRole('dialog', { name: 'Approve a screen' });
    expect(field('Name')).toHaveValue('Hall');
    expect(dialog().getByText(/What you typed before still stands here/)).toBeVisible();
    await press('Start over');
    expect(field('Name')).toHaveValue('');
    expect(await standing(opened)).toEqual([]);
  });

  it('of a lead is one of the whole organisation', async () => {
    await open('lead', '/displays?open=approve');
    await screen.findByRole('dialog', { name: 'Approve a screen' });
    expect(dialog().queryByLabelText('Depot East')).toBeNull();
    expect(field('Repairs')).toBeVisible();
    await press('Approve the screen');
    expect(dialog().getByText('Choose at least one of your teams.')).toBeVisible();
  });
});

describe('the slides of a display', () => {
  const names = (): readonly string[] =>
    dialog()
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);

  it('cannot be put in another order by keyboard, or the focus is lost on the way', async () => {
    await open('fleet', '/displays?display=hall');
    await screen.findByRole('dialog', { name: 'Entrance hall' });
    expect(names()).toEqual([
      ...['1. Four dimensions', '2. Trend: Retention, 12 weeks', '3. Trend: Repeated claims', '4. Promise kept'],
    ]);
    const up = dialog().getByRole('button', { name: 'Move Promise kept up' });
    up.focus();
    await userEvent.keyboard('{Enter}');
    expect(names()[2]).toBe('3. Promise kept');
    expect(dialog().getByRole('button', { name: 'Move Promise kept up' })).toHaveFocus();
    expect(dialog().getByText('Promise kept is number 3 of 4 now.')).toBeInTheDocument();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    expect(names()[0]).toBe('1. Promise kept');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(names()[0]).toBe('1. Promise kept');
    // In a field the same keys open what can be chosen.
    within(dialog().getByRole('listitem', { name: '1. Promise kept' }))
      .getByLabelText('Seconds')
      .focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(names()[0]).toBe('1. Promise kept');
    await press('Move Promise kept down');
    expect(names()[1]).toBe('2. Promise kept');
  });

  it('cannot be added, told when to show, or taken out', async () => {
    const opened = await open('fleet', '/displays?display=hall');
    await screen.findByRole('dialog', { name: 'Entrance hall' });
    await userEvent.selectOptions(field('Add a slide'), 'Message');
    await press('Add');
    expect(names()).toHaveLength(5);
    const message = within(dialog().getByRole('listitem', { name: '5. Message' }));
    expect(message.getByLabelText('Seconds')).toHaveFocus();
    await press('Keep the change');
    expect(message.getByLabelText('Title')).toHaveFocus();
    expect(message.getByText('Say what the message says.')).toBeVisible();
    await userEvent.type(message.getByLabelText('Title'), 'Open day');
    const titled = within(dialog().getByRole('listitem', { name: '5. Message: Open day' }));
    await userEvent.type(titled.getByLabelText('Text'), 'Come all');
    fireEvent.change(titled.getByLabelText('Last day'), { target: { value: '2026-12-04' } });
    await userEvent.click(titled.getByLabelText('Only on certain days and hours'));
    await userEvent.click(titled.getByLabelText('Fri'));
    await press('Take Four dimensions out');
    await press('Keep the change');
    await isClosed();
    const hall = (await standing(opened)).find(({ id }) => id === 'hall');
    expect(hall?.words.slides.map(({ kind }) => kind)).toEqual(['trend', 'trend', 'promise', 'message']);
    expect(hall?.words.slides.at(-1)).toMatchObject({
      ...{ title: 'Open day', text: 'Come all', until: '2026-12-04', seconds: 20 },
      schedule: { days: [1, 2, 3, 4], from: '07:00', to: '18:00' },
    });
  });
});

describe('a display that somebody else changes meanwhile', () => {
  it('takes one of both, or tells nobody', async () => {
    const opened = await open('fleet-clash', '/displays?display=hall');
    await screen.findByRole('dialog', { name: 'Entrance hall' });
    await retype('Name', 'Foyer');
    await retype('Diagonal in inches', '65');
    await press('Keep the change');
    expect(await dialog().findByText(/Somebody changed this display meanwhile\. Taken in: distance 6 m/)).toBeVisible();
    await waitFor(() => expect(dialog().getByRole('button', { name: 'Mine: Foyer' })).toHaveFocus());
    expect(field('Reading distance in metres')).toHaveValue('6');
    expect(dialog().getByRole('button', { name: 'Somebody: Entrance hall, left' })).toBeVisible();
    await press('Mine: Foyer');
    await press('Keep the change');
    await isClosed();
    const hall = (await standing(opened)).find(({ id }) => id === 'hall');
    expect(hall?.words).toMatchObject({ name: 'Foyer', diagonalInches: 65, distanceMetres: 6 });
  });

  it('was revoked, and what was typed is gone with it', async () => {
    const opened = await open('fleet', '/displays?display=hall');
    await screen.findByRole('dialog', { name: 'Entrance hall' });
    await retype('Name', 'Foyer');
    await opened.ask('/api/displays/hall', { method: 'DELETE' });
    await press('Keep the change');
    expect(await screen.findByText(/Somebody revoked this display meanwhile/)).toBeVisible();
    expect(field('Name')).toHaveValue('Foyer');
    expect(displayDrafts.count()).toBe(1);
  });
});
