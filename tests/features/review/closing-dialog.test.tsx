import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fetcher } from '../../../src/api/client.ts';
import { readDraftsAgain } from '../../../src/state/drafts.ts';
import { setName } from '../../../src/state/preferences.ts';
import { addSeconds, clockKey, openClock } from '../../../src/state/review-clock.ts';
import { answering } from '../scorecard/answers.ts';
import { openMinutes, WEEK, type OpenMinutes } from './minutes-page.tsx';

configure({ asyncUtilTimeout: 10_000 });

let page: OpenMinutes;

beforeEach(() => {
  sessionStorage.clear();
  readDraftsAgain();
  openClock('');
  openClock(clockKey(WEEK, []));
});
afterEach(() => {
  page.end();
  sessionStorage.clear();
  setName('');
});

async function askToClose(): Promise<HTMLElement> {
  await waitFor(() => expect(page.client.getQueriesData({ queryKey: ['observations'] })[0]?.[1]).toBeDefined());
  await userEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  return screen.findByRole('dialog', { name: 'Close the review of week 46' });
}

/** The mocked service, save that it refuses to close. */
function refusing(at: string): Fetcher {
  const ask = answering('design');
  return (path, init) =>
    path.includes('/closing')
      ? Promise.resolve(Response.json({ code: 'conflict', message: 'No.', reference: 'r1', at }, { status: 409 }))
      : ask(path, init);
}

describe('closing a review', () => {
  it('asks who closes it, says what is kept, and sends the minutes that each section took', async () => {
    page = await openMinutes();
    addSeconds('exceptions', 754);
    const dialog = await askToClose();
    expect(dialog).toHaveTextContent('1 note, 1 decision and 3 actions, and 2 carried');
    expect(within(dialog).getByRole('button', { name: 'Close and keep' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Your name' }), 'Ana Ruiz');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close and keep' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: 'Close the review' })).not.toBeInTheDocument();
    expect((await page.kept()).closed).toMatchObject({
      by: 'Ana Ruiz',
      spent: expect.arrayContaining([{ section: 'exceptions', minutes: 12 }]) as unknown,
    });
  });

  it('does not keep figures that nobody saw: the data moved on', async () => {
    setName('Ana Ruiz');
    page = await openMinutes('on-time', refusing('dataVersion'));
    const dialog = await askToClose();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close and keep' }));
    expect(await screen.findByText(/Figures changed meanwhile: look again/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect((await page.kept()).closed).toBeNull();
    expect(screen.getByRole('button', { name: 'Close the review' })).toBeVisible();
  });

  it('says that somebody else closed it meanwhile', async () => {
    setName('Ana Ruiz');
    page = await openMinutes('on-time', refusing('state'));
    const dialog = await askToClose();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close and keep' }));
    expect(await screen.findByText(/Somebody closed this review meanwhile/)).toBeVisible();
  });

  it('waits for words that are typed and not saved: they could not be kept after', async () => {
    setName('Ana Ruiz');
    page = await openMinutes('in-full');
    page.lose();
    await userEvent.type(screen.getByRole('textbox', { name: /Write a note/ }), 'not saved');
    await userEvent.tab();
    await screen.findByText(/saved when the service is heard again/);
    const dialog = await askToClose();
    expect(dialog).toHaveTextContent('1 entry is typed but not saved');
    expect(within(dialog).getByRole('button', { name: 'Close and keep' })).toBeDisabled();
    page.find();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save now' }));
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Close and keep' })).toBeEnabled());
  });
});
