import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFetcher } from '../../../src/api/client.ts';
import { createQueryClient } from '../../../src/api/query-client.ts';
import { App } from '../../../src/app/app.tsx';
import { goalDrafts } from '../../../src/state/goal-drafts.ts';
import { setName } from '../../../src/state/preferences.ts';
import { goalService, type GoalService } from './goal-service.ts';
import { refused } from './goals-answers.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

// A busy machine takes its time to fetch the parts that are loaded when they are asked for.
configure({ asyncUtilTimeout: 15_000 });

const home = location.href;
let service: GoalService;
let undo = (): void => undefined;
let leave = (): void => undefined;

beforeEach(() => {
  sessionStorage.clear();
  goalDrafts.readAgain();
  setName('Mara Voss');
  service = goalService();
});
afterEach(() => {
  undo();
  sessionStorage.clear();
  setName('');
  history.replaceState(null, '', home);
});

async function openPage(given: GoalService = service): Promise<void> {
  service = given;
  undo();
  undo = withFetcher(service.ask);
  history.replaceState(null, '', '/goals?team=depot-north&goal=north-in-full');
  leave = render(<App client={createQueryClient()} />).unmount;
  await screen.findByRole('table', { name: /^Goals/ });
}

async function openDialog(button: RegExp, dialog: RegExp): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  await screen.findByRole('dialog', { name: dialog });
}

const dialog = () => within(screen.getByRole('dialog'));
const field = (name: RegExp | string) => dialog().getByLabelText(name);
const day = (name: RegExp | string, value: string) => fireEvent.change(field(name), { target: { value } });
const retype = async (name: RegExp | string, text: string): Promise<void> => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};
const press = (name: RegExp | string) => userEvent.click(dialog().getByRole('button', { name }));
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
const inFull = () => service.goals().find(({ id }) => id === 'north-in-full');

describe('a new goal', () => {
  beforeEach(async () => {
    await openPage();
    await openDialog(/^Set a goal/, /^Set a goal/);
  });

  it('says at each field what is missing, and takes the focus to the first', async () => {
    await press('Set the goal');
    expect(field('Indicator')).toHaveAccessibleDescription(/A goal is specific/);
    expect(field('Indicator')).toHaveFocus();
    expect(field('Baseline, value')).toHaveAccessibleDescription(/say where it starts/);
    expect(field('Target')).toHaveAccessibleDescription(/which value shall be reached/);
    expect(field('Owner')).toHaveAccessibleDescription(/name its owner/);
    expect(service.written).toEqual([]);
  });

  it.each([
    ['Silent dissatisfied customers', /would steer the estimate/],
    ['Offensive–defensive posture', /would be played with/],
    ['Orders due', /takes no goal of its own/],
  ])('is refused for %s at once, with why', async (name, why) => {
    await userEvent.selectOptions(field('Indicator'), name);
    expect(field('Indicator')).toHaveAccessibleDescription(why);
    await press('Set the goal');
    expect(field('Indicator')).toHaveFocus();
    expect(service.written).toEqual([]);
  });

  it('is refused where one of the indicator runs already', async () => {
    await userEvent.selectOptions(field('Indicator'), 'In full');
    expect(field('Indicator')).toHaveAccessibleDescription(/A goal for In full runs already/);
    const link = dialog().getByRole('link', { name: 'Look at the goal that runs' });
    expect(link).toHaveAttribute('href', expect.stringContaining('goal=north-in-full'));
    await press('Set the goal');
    expect(service.written).toEqual([]);
    await userEvent.click(link);
    await isClosed();
  });

  it('says what is wrong with a field once it is left, and of none that nobody has been in', async () => {
    await userEvent.selectOptions(field('Indicator'), 'Promise kept');
    await userEvent.click(field(/^Target/));
    await userEvent.keyboard('ninety');
    expect(field(/^Target/)).not.toHaveAccessibleDescription(/no number/);
    await userEvent.tab();
    expect(field(/^Target/)).toHaveAccessibleDescription(/no number/);
    expect(field('Owner')).toBeValid();
    expect(field('Owner')).not.toHaveAccessibleDescription(/name its owner/);
  });

  it('may start at the mean of twelve weeks, so that one good week is no baseline', async () => {
    await userEvent.selectOptions(field('Indicator'), 'Promise kept');
    await press(/^Take the newest figure, /);
    const newest = field('Baseline, value').getAttribute('value');
    await press(/^Take the mean of the last 12 weeks, /);
    expect(field('Baseline, value')).not.toHaveValue(newest);
    expect(field('Baseline, week of')).toHaveValue('2026-11-09');
  });

  it('takes the newest figure, says the pace that it needs, and is kept', async () => {
    await userEvent.selectOptions(field('Indicator'), 'Promise kept');
    await press(/^Take the newest figure, /);
    expect(field('Baseline, value')).not.toHaveValue('');
    expect(field('Baseline, week of')).toHaveValue('2026-11-09');
    await retype('Baseline, value', '80');
    await retype(/^Target/, '90');
    day('Date by which it is reached', '2027-01-31');
    expect(
      await screen.findByText(
        /From 80\.0.% to at least 90.% in 11 weeks: \+0\.91.pp a week; the last 12 weeks moved by [+−±]\d.* a week\./,
      ),
    ).toBeVisible();
    await retype('Owner', 'Tom Adeyemi');
    await press('Add a milestone');
    await retype('Milestone 1, value', '85');
    day('Milestone 1, week of', '2026-12-16');
    await press('Set the goal');
    await isClosed();
    expect(service.written).toEqual([
      {
        method: 'POST',
        path: '/api/goals',
        body: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          author: 'Mara Voss',
          words: {
            indicator: 'promise-kept',
            team: 'depot-north',
            baseline: { week: '2026-W46', value: 80 },
            target: 90,
            from: '2026-W47',
            due: '2027-01-31',
            owner: 'Tom Adeyemi',
            milestones: [{ week: '2026-W51', value: 85 }],
          },
        },
      },
    ]);
    expect(sessionStorage.getItem('kept:goal-drafts')).toBe('{}');
  });

  it('cannot enter force in a week whose status was seen', async () => {
    await userEvent.selectOptions(field('Indicator'), 'Promise kept');
    day('In force from the week of', '2026-11-10');
    await press('Set the goal');
    expect(field('In force from the week of')).toHaveAccessibleDescription(/past weeks does not move/);
  });

  it('survives a reload while it is typed, and says so', async () => {
    await retype('Owner', 'Priya Nair');
    leave();
    goalDrafts.readAgain();
    await openPage();
    await openDialog(/^Set a goal/, /^Set a goal/);
    expect(field('Owner')).toHaveValue('Priya Nair');
    await press('Start over');
    expect(field('Owner')).toHaveValue('');
  });
});

describe('a change', () => {
  const change = () => openDialog(/^Change/, /^Change the goal of In full/);

  it('of the target enters force in the first week that nobody has seen', async () => {
    await openPage();
    await change();
    expect(dialog().queryByLabelText('In force from the week of')).not.toBeInTheDocument();
    await retype(/^Target/, '96');
    expect(field('In force from the week of')).toHaveValue('2026-11-16');
    await retype('Why it is changed', 'We are ahead');
    await press('Keep the change');
    await isClosed();
    expect(inFull()).toMatchObject({ target: 96, from: '2026-W47', revision: 1 });
    expect(service.written[0]?.body).toMatchObject({ revision: 0, reason: 'We are ahead' });
  });

  it('of something else leaves the target in force where it is', async () => {
    await openPage();
    await change();
    await retype('Owner', 'Priya Nair');
    await press('Keep the change');
    await isClosed();
    expect(inFull()).toMatchObject({ owner: 'Priya Nair', target: 95, from: '2026-W23' });
  });

  it('is merged with what another changed meanwhile, and nothing of either is lost', async () => {
    await openPage();
    await change();
    await retype('Owner', 'Priya Nair');
    service.elsewhere('north-in-full', { due: '2027-02-28' });
    await press('Keep the change');
    const note = await screen.findByRole('group', { name: 'What Ines Duarte changed meanwhile' });
    expect(note).toHaveTextContent(/Taken in: date 28 Feb 2027/);
    expect(field('Owner')).toHaveValue('Priya Nair');
    await press('Keep the change');
    await isClosed();
    expect(inFull()).toMatchObject({ owner: 'Priya Nair', due: '2027-02-28', revision: 2 });
  });

  it.each([
    [/^Mine: at least 97/, 97],
    [/^Ines Duarte: at least 96/, 96],
  ])('of what another changed too waits for a choice: %s', async (choice, target) => {
    await openPage();
    await change();
    await retype(/^Target/, '97');
    service.elsewhere('north-in-full', { target: 96, from: '2026-W47', owner: 'Ines Duarte' });
    await press('Keep the change');
    await screen.findByRole('group', { name: 'What Ines Duarte changed meanwhile' });
    expect(field(/^Target/)).toHaveValue('97');
    await press('Keep the change');
    expect(dialog().getByRole('button', { name: /^Mine/ })).toHaveFocus();
    expect(inFull()?.target).toBe(96);
    await press(choice);
    await press('Keep the change');
    await isClosed();
    expect(inFull()).toMatchObject({ target, from: '2026-W47', owner: 'Ines Duarte' });
  });

  it('that the service refuses says so at its field', async () => {
    await openPage();
    await change();
    await retype('Owner', 'Priya Nair');
    service.answerNext(() => refused('bad-request', 'words.due', 400));
    await press('Keep the change');
    await waitFor(() => expect(field('Date by which it is reached')).toHaveAccessibleDescription(/Refused in words/));
    expect(field('Date by which it is reached')).toHaveFocus();
    expect(field('Owner')).toHaveValue('Priya Nair');
  });

  it('of a goal that another ended meanwhile says so and keeps what was typed', async () => {
    await openPage();
    await change();
    await retype('Owner', 'Priya Nair');
    service.elsewhere('north-in-full', { state: 'ended', endedWeek: '2026-W47' });
    await press('Keep the change');
    expect(await dialog().findByRole('alert')).toHaveTextContent('Ines Duarte ended this goal meanwhile');
    expect(field('Owner')).toHaveValue('Priya Nair');
  });
});

describe('the end of a goal', () => {
  it('needs a reason, and says that past weeks keep their status', async () => {
    await openPage();
    await openDialog(/^End/, /^End the goal of In full/);
    expect(dialog().getByText(/Past weeks keep the status/)).toBeVisible();
    expect(dialog().getByRole('button', { name: 'End the goal' })).toBeDisabled();
    await retype('Why', 'The depot closes');
    await press('End the goal');
    await isClosed();
    expect(inFull()).toMatchObject({ state: 'ended' });
  });

  it('does not pass over what another changed meanwhile', async () => {
    await openPage();
    await openDialog(/^End/, /^End the goal of In full/);
    await retype('Why', 'The depot closes');
    service.elsewhere('north-in-full', { target: 96 });
    await press('End the goal');
    expect(await dialog().findByRole('alert')).toHaveTextContent('Ines Duarte changed this goal meanwhile');
    expect(field('Why')).toHaveValue('The depot closes');
    await press('End the goal');
    await isClosed();
    expect(inFull()).toMatchObject({ state: 'ended' });
  });
});

describe('the versions of a goal', () => {
  it('say who, when, why, and what each says otherwise than the one before', async () => {
    const words = {
      indicator: 'in-full',
      team: 'depot-north',
      baseline: { week: '2026-W23', value: 90.6 },
      target: 95,
      from: '2026-W23',
      due: '2027-01-31',
      owner: 'Tom Adeyemi',
      milestones: [],
    };
    const first = {
      revision: 0,
      at: '2026-06-01T08:00:00.000Z',
      by: 'goals.csv',
      what: 'set',
      reason: null,
      words,
    } as const;
    const second = {
      revision: 1,
      at: '2026-11-02T09:30:00.000Z',
      by: 'Ines Duarte',
      what: 'changed',
      reason: 'We are ahead',
      words: { ...words, target: 96, from: '2026-W45' },
    } as const;
    await openPage(goalService([first, second]));
    await openDialog(/^Versions$/, /^Versions of the goal of In full/);
    const items = await within(await dialog().findByRole('list', { name: 'Versions, newest first' })).findAllByRole(
      'listitem',
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent(/Changed by Ines Duarte, Mon 2 Nov 2026, .*We are ahead/);
    expect(items[0]).toHaveTextContent(/Target: at least 96.%, before at least 95.%/);
    expect(items[0]).toHaveTextContent('In force from: week 45 of 2026, before week 23 of 2026');
    expect(items[0]).not.toHaveTextContent('Owner');
    expect(items[1]).toHaveTextContent(/Set by goals.csv.*Owner: Tom Adeyemi/);
  });
});
