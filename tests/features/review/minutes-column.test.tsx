import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notePoll } from '../../../src/api/connection.ts';
import { readDraftsAgain } from '../../../src/state/drafts.ts';
import { setName } from '../../../src/state/preferences.ts';
import { answering } from '../scorecard/answers.ts';
import { JSON_BODY, openMinutes, WEEK, type OpenMinutes } from './minutes-page.tsx';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

let page: OpenMinutes;

beforeEach(() => {
  sessionStorage.clear();
  readDraftsAgain();
  setName('Mara Voss');
});
afterEach(() => {
  page.end();
  sessionStorage.clear();
  setName('');
});

const note = () => screen.getByRole('textbox', { name: /Write a note/ });
const noteOf = async () => (await page.kept()).minutes.find(({ id }) => id === 'note-thursday')?.text;
const actions = () => screen.getByRole('region', { name: 'Actions' });

describe('a note', () => {
  it('is saved by itself when the field is left, and says by whom', async () => {
    page = await openMinutes('in-full');
    await userEvent.type(note(), 'Short shipments again');
    await userEvent.tab();
    expect(await screen.findByText(/Mara Voss, .*saved/)).toBeVisible();
    expect((await page.kept()).minutes).toContainEqual(
      expect.objectContaining({ kind: 'note', indicator: 'in-full', text: 'Short shipments again' }),
    );
  });

  it('is saved by itself after a pause, with the focus still in it and what is typed next kept', async () => {
    page = await openMinutes('in-full');
    await userEvent.type(note(), 'One ');
    expect(await screen.findByText(/Mara Voss, .*saved/)).toBeVisible();
    await userEvent.type(note(), 'two', { skipClick: true });
    expect(note()).toHaveValue('One two');
    expect(note()).toHaveFocus();
  });

  it('asks once who writes, and keeps the words until then', async () => {
    setName('');
    page = await openMinutes('in-full');
    await userEvent.type(note(), 'Anonymous no more');
    await userEvent.tab();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Ana Ruiz{Enter}');
    expect(await screen.findByText(/Ana Ruiz, .*saved/)).toBeVisible();
    expect((await page.kept()).minutes.at(-1)).toMatchObject({ text: 'Anonymous no more', author: 'Ana Ruiz' });
  });

  it('is removed, and comes back by Undo', async () => {
    page = await openMinutes();
    const before = await noteOf();
    await userEvent.click(
      within(screen.getByRole('region', { name: 'Notes' })).getByRole('button', { name: 'Remove' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(note()).toHaveValue(before));
    expect((await page.kept()).minutes.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('shows every version, and takes an older text again', async () => {
    page = await openMinutes();
    const first = await noteOf();
    await userEvent.clear(note());
    await userEvent.type(note(), 'Something else');
    await userEvent.tab();
    await userEvent.click(await screen.findByRole('button', { name: 'Changed once' }));
    const dialog = await screen.findByRole('dialog', { name: 'Versions of this note' });
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Take this text again' }));
    await waitFor(async () => expect(await noteOf()).toBe(first));
  });
});

describe('two people who write at once', () => {
  it('are merged where their lines do not touch, and it is said', async () => {
    page = await openMinutes();
    const before = await noteOf();
    await userEvent.type(note(), '\nmine, below');
    await page.elsewhere('note-thursday', `theirs, above\n${before}`);
    await userEvent.tab();
    expect(await screen.findByText(/Merged with what Ines Duarte wrote/)).toBeVisible();
    expect(await noteOf()).toBe(`theirs, above\n${before}\nmine, below`);
    expect(note()).toHaveValue(`theirs, above\n${before}\nmine, below`);
  });

  it.each([
    ['Keep mine', 'my line'],
    ['Keep theirs', 'their line'],
    ['Keep both texts', 'their line\nmy line'],
  ])('settle a conflict by "%s", and until then nothing is lost', async (choice, outcome) => {
    page = await openMinutes();
    await userEvent.clear(note());
    await userEvent.type(note(), 'my line');
    await page.elsewhere('note-thursday', 'their line');
    await userEvent.tab();
    const conflict = await screen.findByRole('group', { name: 'What Ines Duarte wrote meanwhile' });
    expect(conflict).toHaveTextContent('their line');
    expect(note()).toHaveValue('my line');
    expect(await noteOf()).toBe('their line');
    await userEvent.click(within(conflict).getByRole('button', { name: choice }));
    await waitFor(async () => expect(await noteOf()).toBe(outcome));
    await waitFor(() => expect(note()).toHaveValue(outcome));
  });

  it('see each other’s words by themselves, but never in place of what is being typed', async () => {
    page = await openMinutes();
    await page.elsewhere('note-thursday', 'theirs, first');
    await page.client.invalidateQueries({ queryKey: ['review'] });
    await waitFor(() => expect(note()).toHaveValue('theirs, first'));
    await userEvent.type(note(), '\nmine');
    await page.elsewhere('note-thursday', 'theirs, changed\ntheirs, first');
    await page.client.invalidateQueries({ queryKey: ['review'] });
    expect(note()).toHaveValue('theirs, first\nmine');
    await userEvent.tab();
    await waitFor(async () => expect(await noteOf()).toBe('theirs, changed\ntheirs, first\nmine'));
  });

  it('both begin a note beside one measure: both stand', async () => {
    const ask = answering('design');
    page = await openMinutes('in-full', ask);
    await userEvent.type(note(), 'mine');
    const theirs = {
      id: 'another-note',
      kind: 'note',
      indicator: 'in-full',
      text: 'theirs',
      author: 'Ines',
      action: null,
    };
    await ask(`/api/reviews/${WEEK}/minutes`, { method: 'POST', body: JSON.stringify(theirs), headers: JSON_BODY });
    await userEvent.tab();
    await page.client.invalidateQueries({ queryKey: ['review'] });
    await waitFor(() => {
      const texts = screen.getAllByRole('textbox', { name: /Write a note/ }).map((each) => each.textContent);
      expect(texts.toSorted()).toEqual(['mine', 'theirs']);
    });
  });

  it('one removes what the other changes: the words stay on the screen and can be written again', async () => {
    const ask = answering('design');
    page = await openMinutes('on-time', ask);
    await userEvent.clear(note());
    await userEvent.type(note(), 'still here');
    await ask('/api/minutes/note-thursday?revision=1&author=Ines', { method: 'DELETE' });
    await userEvent.tab();
    await userEvent.click(await screen.findByRole('button', { name: 'Write it again' }));
    await waitFor(async () => expect((await page.kept()).minutes.map(({ text }) => text)).toContain('still here'));
  });
});

describe('a lost connection', () => {
  it('keeps what is typed, says so, and sends it when the service is heard again', async () => {
    page = await openMinutes('in-full');
    page.lose();
    await userEvent.type(note(), 'typed in the dark');
    await userEvent.tab();
    expect(await screen.findByText(/saved when the service is heard again/)).toBeVisible();
    page.find();
    notePoll({ kind: 'heard', at: Date.now() + 1 }, 20_000);
    expect(await screen.findByText(/Mara Voss, .*saved/)).toBeVisible();
    expect((await page.kept()).minutes.at(-1)?.text).toBe('typed in the dark');
  });

  it('keeps a draft through a reload, and sends it then', async () => {
    const ask = answering('design');
    page = await openMinutes('in-full', ask);
    page.lose();
    await userEvent.type(note(), 'before the reload');
    await userEvent.tab();
    await screen.findByText(/saved when the service is heard again/);
    page.unmount();
    page.end();
    readDraftsAgain();
    page = await openMinutes('in-full', ask);
    expect(note()).toHaveValue('before the reload');
    await waitFor(async () => expect((await page.kept()).minutes.at(-1)?.text).toBe('before the reload'));
  });

  it('a lost answer to a note that was written is no conflict with oneself', async () => {
    const ask = answering('design');
    let isLate = true;
    page = await openMinutes('in-full', async (path, init) => {
      const answer = await ask(path, init);
      if (init.method === 'POST' && isLate) {
        isLate = false;
        throw new TypeError('Failed to fetch');
      }
      return answer;
    });
    await userEvent.type(note(), 'written once');
    await userEvent.tab();
    await screen.findByText(/saved when the service is heard again/);
    await userEvent.type(note(), ', and then more');
    await userEvent.tab();
    expect(await screen.findByText(/Mara Voss, .*saved/)).toBeVisible();
    expect((await page.kept()).minutes.filter(({ indicator }) => indicator === 'in-full')).toMatchObject([
      { text: 'written once, and then more' },
    ]);
  });

  it('keeps what was typed beside one measure when another is stepped to', async () => {
    page = await openMinutes('in-full');
    page.lose();
    await userEvent.type(note(), 'beside in full{Escape}');
    expect(note()).not.toHaveFocus();
    await page.show('on-time');
    expect(note()).not.toHaveValue('beside in full');
    await page.show('in-full');
    expect(note()).toHaveValue('beside in full');
  });
});

describe('decisions', () => {
  it('are added by Enter, one after the other', async () => {
    page = await openMinutes();
    const field = screen.getByRole('textbox', { name: /Write a decision/ });
    await userEvent.type(field, 'First{Enter}');
    await waitFor(() => expect(field).toHaveValue(''));
    await userEvent.type(field, 'Second{Enter}');
    const region = screen.getByRole('region', { name: 'Decisions' });
    await waitFor(() => expect(within(region).getAllByRole('listitem')).toHaveLength(3));
    expect((await page.kept()).minutes.filter(({ kind }) => kind === 'decision')).toHaveLength(3);
  });

  it('are changed where they stand', async () => {
    page = await openMinutes();
    await userEvent.click(screen.getByRole('button', { name: /Second carrier for Thursday routes/ }));
    const field = screen.getByRole('textbox', { name: 'Decision' });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, 'Third carrier{Enter}');
    expect(await screen.findByRole('button', { name: 'Third carrier' })).toBeVisible();
    await waitFor(async () => expect((await page.kept()).minutes.map(({ text }) => text)).toContain('Third carrier'));
  });
});

describe('actions', () => {
  it('say what, who and until when; what is late says so in words', async () => {
    page = await openMinutes();
    const late = await within(actions()).findByRole('row', { name: /Slot data from carrier, daily/ });
    expect(late).toHaveTextContent('3 days late');
    expect(within(actions()).getByRole('table', { name: 'Actions from week 45' })).toContainElement(late);
    expect(within(actions()).getByRole('row', { name: /Contract second carrier/ })).toHaveTextContent('Mon 7 Dec');
  });

  it('are added by keyboard alone, with owner, due date and what they are for', async () => {
    page = await openMinutes();
    await userEvent.type(screen.getByRole('textbox', { name: /Write an action/ }), 'Ring the carrier{Enter}');
    expect(await screen.findByText('Name an owner')).toBeVisible();
    const group = screen.getByRole('group', { name: 'New action' });
    await userEvent.type(within(group).getByRole('combobox', { name: 'Owner' }), 'Mara Voss');
    await userEvent.type(within(group).getByLabelText('Due'), '2026-12-09');
    const link = within(group).getByRole('combobox', { name: /cause or improvement/ });
    await within(link).findByRole('option', { name: /Carrier missed its slot/ });
    await userEvent.selectOptions(link, 'cause:carrier-slot');
    await userEvent.click(within(group).getByRole('button', { name: 'Add action' }));
    expect(await within(actions()).findByRole('row', { name: /Ring the carrier/ })).toHaveTextContent('Wed 9 Dec');
    expect((await page.kept()).minutes.at(-1)).toMatchObject({
      indicator: 'on-time',
      action: { owner: 'Mara Voss', due: '2026-12-09', cause: 'carrier-slot', improvement: null, state: 'open' },
    });
  });

  it('are done, also those of an earlier week, and opened again', async () => {
    page = await openMinutes();
    await userEvent.click(screen.getByRole('button', { name: 'Slot data from carrier, daily' }));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    const row = screen.getByRole('row', { name: /Slot data from carrier, daily/ });
    await waitFor(() => expect(row).toHaveTextContent('Done 30 Nov'));
    await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
    await waitFor(() => expect(row).toHaveTextContent('3 days late'));
  });
});

describe('a closed review', () => {
  it('can be read and not written in, but its actions can be done', async () => {
    const ask = answering('design');
    const body = JSON.stringify({ author: 'Tom Adeyemi', dataVersion: 1, spent: [] });
    const closing = await ask(`/api/reviews/${WEEK}/closing`, { method: 'POST', body, headers: JSON_BODY });
    expect(closing.ok).toBe(true);
    page = await openMinutes('on-time', ask);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText(/Carrier misses cluster on Thursday/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Contract second carrier for Thursday' }));
    expect(screen.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () =>
      expect((await page.kept()).minutes.find(({ id }) => id === 'action-second-carrier')?.action?.state).toBe('done'),
    );
  });
});
