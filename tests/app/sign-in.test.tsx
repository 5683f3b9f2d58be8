import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_LINK, MOCK_LINKS } from '../../mocks/fixtures/people.ts';
import { goalDrafts } from '../../src/state/goal-drafts.ts';
import { takeOneTimeLink } from '../../src/state/one-time-link.ts';
import { addressNow, openApp, refusal, signInAs, type OpenApp } from './open-app.tsx';

configure({ asyncUtilTimeout: 10_000 });

const MARA = 'mara.voss@northwind.example';
const RUTH = 'ruth.maas@northwind.example';

let app: OpenApp | null = null;
afterEach(() => {
  app?.close();
  app = null;
});

const POINT = { value: '90', day: '2026-11-09' };
const FIELDS = {
  ...{ indicator: 'on-time', baseline: POINT, target: '95', due: '', from: '', owner: '' },
  milestones: [],
};
const typeAGoal = (): void =>
  goalDrafts.keep('new:', { id: 'g', revision: null, base: FIELDS, mine: FIELDS, reason: '', meanwhile: null });

const signOut = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: /^Account of/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
};

describe('somebody who is not signed in', () => {
  it('signs in where they wanted to go, and comes there', async () => {
    app = await openApp('signed-out', '/goals?team=depot-north');
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    await signInAs(MARA);
    expect(await screen.findByRole('heading', { level: 1, name: 'Depot North' })).toBeVisible();
    expect(addressNow()).toBe('/goals?team=depot-north');
    expect(screen.getByRole('button', { name: 'Account of Mara Voss' })).toBeVisible();
  });

  it('does so by the keyboard alone, from the first key on', async () => {
    app = await openApp('signed-out');
    await screen.findByRole('heading', { name: 'Sign in' });
    await userEvent.keyboard(`${MARA}{Tab}trombone-lattice-quay{Enter}`);
    expect(await screen.findByRole('button', { name: 'Account of Mara Voss' })).toBeVisible();
  });

  it('is not told which of e-mail and password was wrong, and may look at what was typed', async () => {
    app = await openApp('signed-out');
    await signInAs(MARA, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
    const password = screen.getByLabelText('Password');
    expect(password).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(password).toHaveAttribute('type', 'text');
    expect(password).toHaveValue('wrong');
    expect(password).toHaveAttribute('autocomplete', 'current-password');
    expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveAttribute('autocomplete', 'username');
  });

  it('hears in words how long to wait after too many tries, and cannot try before', async () => {
    app = await openApp('signed-out', '/', (path, { method }) =>
      path === '/api/session' && method === 'POST'
        ? refusal('too-many-tries', 429, { at: 'password', 'retry-after': '120' })
        : null,
    );
    await signInAs(MARA, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries. Try again in 2 minutes.');
    expect(screen.getByRole('button', { name: /^Sign in in 1\d\d s$/ })).toBeDisabled();
  });

  it('goes to the organisation’s sign-in, which leads back to where they wanted to go', async () => {
    const session = {
      ...{ mode: 'oidc', organisation: 'Northwind', who: null, expiresAt: null },
      ways: [{ way: 'oidc', name: 'Northwind ID', path: '/api/session/oidc' }],
    };
    app = await openApp('signed-out', '/review?week=2026-W45', (path) =>
      path === '/api/session' ? new Response(JSON.stringify(session)) : null,
    );
    expect(await screen.findByRole('link', { name: 'Sign in with Northwind ID' })).toHaveAttribute(
      'href',
      '/api/session/oidc?to=%2Freview%3Fweek%3D2026-W45',
    );
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  });
});

describe('a way in that failed', () => {
  it('says why in words, keeps what was wanted, and leads nowhere but into this app', async () => {
    app = await openApp('signed-out', '/sign-in?problem=unknown-person&to=%2Fgoals%3Fteam%3Ddepot-north');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(screen.getByText('Kept does not know you yet. An administrator can invite you.')).toBeVisible();
    await signInAs(MARA);
    expect(await screen.findByRole('heading', { level: 1, name: 'Depot North' })).toBeVisible();
    expect(addressNow()).toBe('/goals?team=depot-north');
    app.close();
    app = await openApp('signed-out', '/sign-in?problem=%3Cb%3E&to=%2F%2Fevil.example%2F');
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(screen.queryByText(/<b>/)).not.toBeInTheDocument();
    await signInAs(MARA);
    await screen.findByRole('button', { name: 'Account of Mara Voss' });
    expect(addressNow()).toBe('/');
  });
});

describe('a session that ends', () => {
  it('in the middle of a sentence: nothing of it is lost', async () => {
    let ended = false;
    app = await openApp('editor', '/indicator/on-time', (path, { method = 'GET' }) => {
      if (!ended) return null;
      if (method === 'POST' && path === '/api/session') ended = false;
      if (path === '/api/session' && method === 'GET')
        return new Response(
          JSON.stringify({
            ...{ mode: 'accounts', organisation: 'Northwind', who: null, expiresAt: null },
            ways: [{ way: 'password', name: 'E-mail and password', path: null }],
          }),
        );
      return ended ? refusal('not-signed-in', 401) : null;
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Annotate/ }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'What happened' }), 'Strike at the port');
    ended = true;
    await userEvent.click(screen.getByRole('button', { name: 'Annotate' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await signInAs(MARA);
    expect(await screen.findByRole('textbox', { name: 'What happened' })).toHaveValue('Strike at the port');
    expect(addressNow()).toBe('/indicator/on-time');
  });

  it('by signing out: nothing of the person stays, in sight or in memory', async () => {
    app = await openApp('editor');
    await screen.findByRole('article', { name: 'On time' });
    await signOut();
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(addressNow()).toBe('/sign-in');
    expect(document.body).not.toHaveTextContent(/91\.4|Mara/);
    const kept = app.client.getQueryCache().findAll();
    expect(kept.filter(({ state }) => state.data !== undefined).map(({ queryKey }) => queryKey)).toEqual([['session']]);
  });

  it('with words that are not kept yet: they go after a question, and never to the next person', async () => {
    app = await openApp('editor');
    await screen.findByRole('article', { name: 'On time' });
    typeAGoal();
    await signOut();
    const asked = await screen.findByRole('dialog', { name: 'Sign out all the same?' });
    expect(asked).toHaveTextContent('1 entry was typed and not kept yet');
    await userEvent.click(within(asked).getByRole('button', { name: 'Sign out' }));
    await signInAs(RUTH);
    expect(await screen.findByRole('button', { name: 'Account of Ruth Maas' })).toBeVisible();
    expect(goalDrafts.count()).toBe(0);
  });

  it('and somebody else who comes: they see and send nothing of the one before', async () => {
    app = await openApp('editor');
    await screen.findByRole('button', { name: 'Account of Mara Voss' });
    typeAGoal();
    const { ask, client } = app;
    // As in another tab of the same browser.
    await ask('/api/session', { method: 'DELETE' });
    const body = JSON.stringify({ email: RUTH, password: 'trombone-lattice-quay' });
    await ask('/api/session', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    await client.refetchQueries({ queryKey: ['session'] });
    expect(await screen.findByRole('button', { name: 'Account of Ruth Maas' })).toBeVisible();
    expect(goalDrafts.count()).toBe(0);
    expect(await screen.findByRole('article', { name: 'On time' })).toHaveTextContent('91.4');
  });
});

describe('a one-time link', () => {
  const openLink = async (scenario: 'signed-out' | 'first-start', token: string): Promise<void> => {
    history.replaceState(null, '', `/invitation#${token}`);
    takeOneTimeLink('/invitation');
    expect(addressNow()).toBe('/invitation');
    app = await openApp(scenario, '/invitation');
  };

  it('leaves the address bar at once, asks for a name and a password, and signs in', async () => {
    await openLink('signed-out', MOCK_LINKS.invitation);
    expect(await screen.findByRole('heading', { name: 'Welcome: set your password' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('jan.bakker@northwind.example');
    const password = screen.getByLabelText('Password');
    expect(password).toHaveAttribute('autocomplete', 'new-password');
    await userEvent.type(password, 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Set the password and sign in' }));
    expect(screen.getByText('At least 12 characters: 7 more.')).toBeVisible();
    expect(app?.asked.filter((path) => path.endsWith('acceptance'))).toEqual([]);
    await userEvent.type(password, '-lattice-quay');
    await userEvent.click(screen.getByRole('button', { name: 'Set the password and sign in' }));
    expect(await screen.findByRole('button', { name: 'Account of Jan Bakker' })).toBeVisible();
    expect(addressNow()).toBe('/');
  });

  it('makes the first administrator, with e-mail and name', async () => {
    await openLink('first-start', FIRST_LINK);
    await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'ada@example.org');
    await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Ada Lund');
    await userEvent.type(screen.getByLabelText('Password'), 'trombone-lattice-quay');
    await userEvent.click(screen.getByRole('button', { name: 'Set the password and sign in' }));
    expect(await screen.findByRole('button', { name: 'Account of Ada Lund' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'People' })).toBeVisible();
  });

  it('says that it was used or is too old, and that the page needs the whole link', async () => {
    await openLink('signed-out', 'used-before');
    expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
    app?.close();
    app = await openApp('signed-out', '/sign-in');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});

describe('an open service', () => {
  it('says so plainly, and has nobody to sign out', async () => {
    app = await openApp('design');
    await userEvent.click(await screen.findByRole('button', { name: 'Open: no sign-in' }));
    const panel = await screen.findByRole('dialog', { name: 'Account' });
    expect(await within(panel).findByText('Open: no sign-in, this machine only')).toBeVisible();
    expect(within(panel).queryByRole('button', { name: 'Sign out' })).not.toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: 'People' })).not.toBeInTheDocument());
  });
});

it('changes the own password, with the one of now', async () => {
  app = await openApp('viewer');
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Ruth Maas' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Change the password' }));
  const dialog = await screen.findByRole('dialog', { name: 'Change the password' });
  await userEvent.type(within(dialog).getByLabelText('Password of now'), 'not mine');
  await userEvent.type(within(dialog).getByLabelText('New password'), 'quay-lattice-trombone');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Change the password' }));
  expect(await within(dialog).findByText('This is not your password.')).toBeVisible();
  await userEvent.clear(within(dialog).getByLabelText('Password of now'));
  await userEvent.type(within(dialog).getByLabelText('Password of now'), 'trombone-lattice-quay');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Change the password' }));
  expect(await screen.findByText(/Your password is changed/)).toBeVisible();
});
