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
import { improvementDrafts } from '../../../src/state/improvement-drafts.ts';
import { setName } from '../../../src/state/preferences.ts';
import { goalsAnswering, json, refused, type Written } from './goals-answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 15_000 });

const home = location.href;
let undo = (): void => undefined;
let leave = (): void => undefined;
let improvements: readonly Improvement[] = [];
let written: Written[] = [];
let asked: string[] = [];
/** The next improvement is kept, but its answer never arrives. */
let loseAnswer = false;

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
    if (improvements.some((each) => each.id === made)) return refused('conflict', 'id', 409);
    improvements = [...improvements, improvement(made, words.title, { ...words, changedBy: author })];
    if (!loseAnswer) return json(improvements.at(-1));
    loseAnswer = false;
    throw new TypeError('Failed to fetch');
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
  sessionStorage.clear();
  improvementDrafts.readAgain();
  loseAnswer = false;
  setName('Mara Voss');
  written = [];
  asked = [];
  improvements = [improvement('scanner', 'Counting by scanner')];
});
afterEach(() => {
  undo();
  sessionStorage.clear();
  setName('');
  history.replaceState(null, '', home);
});

async function openPage(given: readonly Improvement[] = improvements, address = '/goals?team=depot-north') {
  improvements = given;
  undo = withFetcher(ask);
  history.replaceState(null, '', address);
  leave = render(<App client={createQueryClient()} />).unmount;
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

  const openChange = async (): Promise<void> => {
    await openPage();
    await userEvent.click(within(await details('Counting by scanner')).getByRole('button', { name: /^Change/ }));
    await screen.findByRole('dialog', { name: 'Change “Counting by scanner”' });
  };
  const retype = async (name: string, text: string): Promise<void> => {
    await userEvent.clear(dialog().getByLabelText(name));
    await userEvent.type(dialog().getByLabelText(name), text);
  };
  const keep = () => userEvent.click(dialog().getByRole('button', { name: 'Keep the change' }));
  /** Another person changes it past this page. */
  const elsewhere = (change: Partial<Improvement>): void => {
    improvements = improvements.map((each) => ({ ...each, ...change, changedBy: 'Ines Duarte', revision: 2 }));
  };

  it('merges what another changed meanwhile, and nothing of either is lost', async () => {
    await openChange();
    await retype('What is improved', 'Counting every night');
    elsewhere({ owner: 'Ines Duarte', effective: '2026-06-08', team: null });
    await keep();
    const note = await screen.findByRole('group', { name: 'What Ines Duarte changed meanwhile' });
    expect(note).toHaveTextContent(
      /Taken in: owner Ines Duarte; in effect since 8 Jun 2026, week 24; whose the whole organisation\./,
    );
    expect(dialog().getByLabelText('What is improved')).toHaveValue('Counting every night');
    await keep();
    await isClosed();
    expect(improvements).toEqual([
      improvement('scanner', 'Counting every night', {
        ...{ owner: 'Ines Duarte', effective: '2026-06-08', team: null },
        ...{ changedBy: 'Mara Voss', revision: 3 },
      }),
    ]);
  });

  it.each([
    [/^Mine: Procedures/, 'procedures'],
    [/^Ines Duarte: People/, 'people'],
  ])('waits for a choice where another changed the same field: %s', async (choice, component) => {
    await openChange();
    await userEvent.selectOptions(dialog().getByLabelText('Component'), 'Procedures');
    elsewhere({ component: 'people', owner: 'Ines Duarte' });
    await keep();
    await screen.findByRole('group', { name: 'What Ines Duarte changed meanwhile' });
    await keep();
    expect(dialog().getByRole('button', { name: /^Mine/ })).toHaveFocus();
    expect(improvements[0]?.component).toBe('people');
    await userEvent.click(dialog().getByRole('button', { name: choice }));
    await keep();
    await isClosed();
    expect(improvements[0]).toMatchObject({ component, owner: 'Ines Duarte', revision: 3 });
  });

  it('says that another withdrew it meanwhile, and keeps what was typed through a reload', async () => {
    await openChange();
    await retype('Owner', 'Tom Adeyemi');
    const before = improvements;
    improvements = [];
    await keep();
    expect(await dialog().findByRole('alert')).toHaveTextContent(/withdrew this improvement meanwhile/);
    expect(dialog().getByLabelText('Owner')).toHaveValue('Tom Adeyemi');
    leave();
    undo();
    improvementDrafts.readAgain();
    improvements = before;
    await openChange();
    expect(dialog().getByLabelText('Owner')).toHaveValue('Tom Adeyemi');
    await userEvent.click(dialog().getByRole('button', { name: 'Start over' }));
    expect(dialog().getByLabelText('Owner')).toHaveValue('Priya Nair');
  });

  it('adds one once, where the answer to it was lost', async () => {
    await openPage([]);
    await userEvent.click(region().getByRole('button', { name: 'Add an improvement' }));
    await screen.findByRole('dialog', { name: 'Add an improvement' });
    await retype('What is improved', 'Carrier bonus');
    await retype('Owner', 'Tom Adeyemi');
    await userEvent.selectOptions(dialog().getByLabelText('Component'), 'Procedures');
    loseAnswer = true;
    await userEvent.click(dialog().getByRole('button', { name: 'Add the improvement' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('The improvement was not kept');
    await retype('Owner', 'Ines Duarte');
    await userEvent.click(dialog().getByRole('button', { name: 'Add the improvement' }));
    await isClosed();
    expect(improvements).toHaveLength(1);
    expect(improvements[0]).toMatchObject({ owner: 'Ines Duarte', revision: 2 });
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
