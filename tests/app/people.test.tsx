import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { json } from '../contract/write-requests.ts';
import { openApp, type OpenApp } from './open-app.tsx';

configure({ asyncUtilTimeout: 10_000 });

let app: OpenApp | null = null;
afterEach(() => {
  app?.close();
  app = null;
});

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('people', () => {
  it('are invited as lead of a team, by a link that is shown once', async () => {
    app = await openApp('administrator', '/people');
    await press('Invite a person');
    const dialog = await screen.findByRole('dialog', { name: 'Invite a person' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'E-mail' }), 'tom.adeyemi@northwind.example');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Sam Okoro');
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Role' }), 'lead');
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: 'Repairs' }));
    await press('Make the invitation');
    expect(await within(dialog).findByText('Somebody has this e-mail already.')).toBeVisible();
    const email = within(dialog).getByRole('textbox', { name: 'E-mail' });
    await userEvent.clear(email);
    await userEvent.type(email, 'sam.okoro@northwind.example');
    await press('Make the invitation');
    const link = await screen.findByRole('textbox', { name: 'One-time link' });
    expect((link as HTMLInputElement).value).toMatch(/\/invitation#./);
    await press('Close');
    const row = await screen.findByRole('row', { name: /Sam Okoro/ });
    expect(row).toHaveTextContent('Repairs');
    expect(row).toHaveTextContent('Invited');
    expect(screen.queryByText(/invitation#/)).not.toBeInTheDocument();
  });

  it('are changed, but never past somebody else’s change, and the last administrator stays', async () => {
    app = await openApp('administrator', '/people');
    await press('Change Mara Voss');
    const change = { revision: 1, name: 'Mara Voss', role: 'viewer', teams: [], records: false, state: 'active' };
    await app.ask('/api/people/mara', json('PUT', change));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Role' }), 'administrator');
    await press('Keep the change');
    await press('Load what stands');
    expect(screen.getByRole('combobox', { name: 'Role' })).toHaveValue('viewer');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'lead');
    await press('Keep the change');
    await waitFor(() => expect(screen.getByRole('row', { name: /Mara Voss/ })).toHaveTextContent('Lead'));
    await press('Change Ines Duarte');
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Disabled/ }));
    await press('Keep the change');
    expect(await screen.findByText('No administrator would be left who can sign in.')).toBeVisible();
  });
});

describe('keys', () => {
  it('are made for some kinds, shown once with the command, and revoked after a question', async () => {
    app = await openApp('administrator', '/people?show=keys');
    await press('Make a key');
    const dialog = await screen.findByRole('dialog', { name: 'Make a key' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Warehouse');
    await press('Make the key');
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Choose at least one kind of records.');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'order lines' }));
    await press('Make the key');
    const field = await screen.findByRole('textbox', { name: 'Key' });
    const { value } = field as HTMLInputElement;
    expect(value).toMatch(/^kept_/);
    const command = screen.getByText(/curl/);
    expect(command).toHaveTextContent('kind=order_lines');
    expect(command).not.toHaveTextContent(value);
    await press('Close');
    await press('Revoke Warehouse');
    await press('Revoke the key');
    await waitFor(() => expect(screen.getByRole('row', { name: /^Warehouse/ })).toHaveTextContent('revoked'));
    expect(screen.queryByDisplayValue(value)).not.toBeInTheDocument();
  });
});

describe('the log', () => {
  it('says in words who did what, what was refused, and goes back page by page', async () => {
    app = await openApp('administrator', '/people?show=log');
    expect(await screen.findByRole('row', { name: /Ines Duarte Change a person/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Tom Adeyemi Refused: Close a review/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Not signed in Refused: Sign in/ })).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(51);
    await press('Older entries');
    expect(await screen.findByRole('row', { name: /Kept itself Link for the first administrator/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Older entries' })).not.toBeInTheDocument();
  });
});
