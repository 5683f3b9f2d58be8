import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFetcher, type Fetcher } from '../../../src/api/client.ts';
import { createQueryClient } from '../../../src/api/query-client.ts';
import { App } from '../../../src/app/app.tsx';
import type {
  Improvement,
  ImprovementChange,
  ImprovementWithdrawal,
  NewImprovement,
} from '../../../src/contract/improvements.ts';
import { setName } from '../../../src/state/preferences.ts';
import { goalsAnswering, json, refused, type Written } from './goals-answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 15_000 });

const home = location.href;
let undo = (): void => undefined;
let improvements: readonly Improvement[] = [];
let written: Written[] = [];
let asked: string[] = [];

function improvement(id: string, title: string, change: Partial<Improvement> = {}): Improvement {
  return {
    id,
    title,
    owner: 'Priya Nair',
    component: 'systems',
    cause: null,
    indicator: 'on-time',
    team: 'depot-north',
    effective: '2026-06-01',
    state: 'stands',
    origin: 'kept',
    revision: 1,
    changedBy: 'Priya Nair',
    changedAt: '2026-06-01T09:00:00.000Z',
    ...change,
  };
}

/** A service that keeps improvements and refuses what was written on an older revision. */
const ask: Fetcher = async (path, init) => {
  asked.push(path);
  if (!path.startsWith('/api/improvements')) return goalsAnswering()(path, init);
  if ((init.method ?? 'GET') === 'GET') return json({ improvements });
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
  written.push({ method: init.method ?? '', path, body });
  const [, , , id = '', part = ''] = path.split('/');
  if (id === '') {
    const { id: made, words, author } = body as NewImprovement;
    improvements = [...improvements, improvement(made, words.title, { ...words, changedBy: author })];
    return json(improvements.at(-1));
  }
  const standing = improvements.find((each) => each.id === id);
  if (standing?.revision !== (body as ImprovementWithdrawal).revision) return refused('conflict', 'revision', 409);
  const others = improvements.filter((each) => each.id !== id);
  const next = { ...standing, revision: standing.revision + 1 };
  if (part === 'withdrawal') {
    improvements = others;
    return json({ ...next, state: 'withdrawn' });
  }
  const { words, author } = body as ImprovementChange;
  improvements = [...others, { ...next, ...words, changedBy: author }];
  return json(improvements.at(-1));
};

beforeEach(() => {
  setName('Mara Voss');
  written = [];
  asked = [];
  improvements = [improvement('scanner', 'Counting by scanner')];
});
afterEach(() => {
  undo();
  setName('');
  history.replaceState(null, '', home);
});

async function openPage(given: readonly Improvement[] = improvements, address = '/goals?team=depot-north') {
  improvements = given;
  undo = withFetcher(ask);
  history.replaceState(null, '', address);
  render(<App client={createQueryClient()} />);
  await screen.findByRole('region', { name: 'Improvements' });
}

const region = () => within(screen.getByRole('region', { name: 'Improvements' }));
const row = (name: RegExp) => region().findByRole('row', { name });
const dialog = () => within(screen.getByRole('dialog'));
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
const details = async (title: string) => {
  await userEvent.click(await region().findByRole('button', { name: new RegExp(`details of ${title}$`) }));
  return region().findByRole('group', { name: `Details of ${title}` });
};

describe('improvements', () => {
  it('are those of the team and of the organisation, in words', async () => {
    await openPage([
      improvement('scanner', 'Counting by scanner'),
      improvement('all', 'New contract', { team: null, component: 'people', owner: null }),
      improvement('east', 'Only in the east', { team: 'depot-east' }),
    ]);
    expect(await row(/^Counting by scanner/)).toHaveTextContent(
      /Depot North.*Systems and equipment.*None named.*Priya Nair.*1 Jun 2026, week 23/,
    );
    expect(await row(/^New contract/)).toHaveTextContent(/Organisation.*People.*Nobody named/);
    expect(region().queryByRole('row', { name: /^Only in the east/ })).not.toBeInTheDocument();
  });

  it('say of each whether it worked, or why that cannot be said', async () => {
    await openPage([
      improvement('scanner', 'Counting by scanner'),
      improvement('young', 'Yesterday’s', { effective: '2026-11-02' }),
      improvement('idea', 'An idea', { effective: null }),
      improvement('aimless', 'Aimless', { indicator: null }),
    ]);
    expect(await row(/^Counting by scanner/)).toHaveTextContent(
      /(Worked|Made it worse|No effect seen): [+−±].*On time$/,
    );
    expect(await row(/^Yesterday/)).toHaveTextContent(/Too early: can say from Sun \d+ (Dec|Jan) 202/);
    expect(await row(/^An idea/)).toHaveTextContent(/No date yet.*No date yet/);
    expect(await row(/^Aimless/)).toHaveTextContent('No measure named');
  });

  it('tell on request what the answer rests on, beside the teams without it', async () => {
    await openPage();
    await row(/^Counting by scanner/);
    const beside = 'team=depot-east&team=depot-south&team=depot-west';
    expect(asked.some((path) => path.includes(beside))).toBe(false);
    const told = await details('Counting by scanner');
    expect(await within(told).findByText(/Against the teams without it: /)).toBeVisible();
    expect(within(told).getByText(/Assumes that without it the line of the weeks before/)).toBeVisible();
    expect(asked.some((path) => path.includes(beside))).toBe(true);
  });

  it('that were imported are changed where they come from', async () => {
    await openPage([improvement('csv', 'From a file', { origin: 'imported', revision: 0 })]);
    const told = await details('From a file');
    expect(within(told).getByText(/changed where it comes from/)).toBeVisible();
    expect(within(told).queryByRole('button', { name: /^Change/ })).not.toBeInTheDocument();
  });

  it('are offered where there is none yet', async () => {
    await openPage([]);
    expect(await region().findByText('No improvement yet.')).toBeVisible();
  });
});

describe('writing an improvement', () => {
  it('says at each field what it needs, then keeps it', async () => {
    await openPage([]);
    await userEvent.click(region().getByRole('button', { name: 'Add an improvement' }));
    await screen.findByRole('dialog', { name: 'Add an improvement' });
    await userEvent.click(dialog().getByRole('button', { name: 'Add the improvement' }));
    expect(dialog().getByLabelText('What is improved')).toHaveFocus();
    expect(dialog().getByLabelText('Component')).toHaveAccessibleDescription(/which component/);
    await userEvent.type(dialog().getByLabelText('What is improved'), 'Carrier bonus');
    await userEvent.type(dialog().getByLabelText('Owner'), 'Tom Adeyemi');
    await userEvent.selectOptions(dialog().getByLabelText('Component'), 'Procedures');
    fireEvent.change(dialog().getByLabelText('In effect since'), { target: { value: '2026-11-16' } });
    expect(dialog().getByText(/^Week 47/)).toBeVisible();
    await userEvent.click(dialog().getByRole('button', { name: 'Add the improvement' }));
    await isClosed();
    expect(written[0]?.body).toMatchObject({
      author: 'Mara Voss',
      words: {
        title: 'Carrier bonus',
        owner: 'Tom Adeyemi',
        component: 'procedures',
        cause: null,
        team: 'depot-north',
        effective: '2026-11-16',
      },
    });
    expect(await row(/^Carrier bonus/)).toHaveTextContent('Procedures');
  });

  it('tells by whom it was changed meanwhile, and keeps what was typed', async () => {
    await openPage();
    await userEvent.click(within(await details('Counting by scanner')).getByRole('button', { name: /^Change/ }));
    await screen.findByRole('dialog', { name: 'Change “Counting by scanner”' });
    const title = dialog().getByLabelText('What is improved');
    await userEvent.clear(title);
    await userEvent.type(title, 'Counting every night');
    improvements = improvements.map((each) => ({ ...each, owner: 'Ines', changedBy: 'Ines Duarte', revision: 2 }));
    await userEvent.click(dialog().getByRole('button', { name: 'Keep the change' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent(/Ines Duarte changed it meanwhile: .*owner Ines/);
    expect(title).toHaveValue('Counting every night');
    expect(improvements[0]?.owner).toBe('Ines');
    await userEvent.click(dialog().getByRole('button', { name: 'Keep the change' }));
    await isClosed();
    expect(improvements[0]).toMatchObject({ title: 'Counting every night', revision: 3 });
  });

  it('takes it out of the list with a reason', async () => {
    await openPage();
    await userEvent.click(within(await details('Counting by scanner')).getByRole('button', { name: /^Withdraw/ }));
    await screen.findByRole('dialog', { name: 'Withdraw “Counting by scanner”' });
    expect(dialog().getByRole('button', { name: 'Withdraw' })).toBeDisabled();
    await userEvent.type(dialog().getByLabelText('Why'), 'Never happened');
    await userEvent.click(dialog().getByRole('button', { name: 'Withdraw' }));
    await isClosed();
    expect(written[0]?.body).toEqual({ revision: 1, author: 'Mara Voss', reason: 'Never happened' });
    expect(await region().findByText('No improvement yet.')).toBeVisible();
  });
});
