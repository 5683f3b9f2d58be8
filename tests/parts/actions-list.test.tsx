import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { withFetcher } from '../../src/api/client.ts';
import { createQueryClient } from '../../src/api/query-client.ts';
import { formats } from '../../src/domain/format.ts';
import { ActionsList } from '../../src/parts/actions-list.tsx';
import { answering } from '../features/scorecard/answers.ts';

configure({ asyncUtilTimeout: 10_000 });

const depot = (id: string, name: string, parent: string | null) => ({ id, name, parent });
const TEAMS = [
  depot('depots', 'Depots', null),
  depot('depot-north', 'Depot North', 'depots'),
  depot('depot-east', 'Depot East', 'depots'),
];

let end = (): void => undefined;
afterEach(() => end());

function show(indicator: string, scope: readonly string[] = []): void {
  end = withFetcher(answering('design'));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ActionsList indicator={indicator} scope={scope} teams={TEAMS} formats={formats('en-GB')} />
    </QueryClientProvider>,
  );
}

describe('actions of a measure', () => {
  it('are those of any review that are still open, by due date, late ones in words', async () => {
    show('on-time');
    await screen.findAllByText('3 days late');
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Slot data from carrier, dailyJ. Bakker, from week 453 days late',
      'Slot data from carrier, dailyJ. Bakker, Depot North, from week 453 days late',
      'Second carrier for Thursday routesM. Voss, Depot North, from week 45Due Mon 7 Dec',
      'Contract second carrier for ThursdayM. Voss, from week 46Due Mon 7 Dec',
      'Move cut-off for bulky goods to 14:00T. Adeyemi, from week 46Due Fri 11 Dec',
    ]);
  });

  it.each([[['depot-north']], [['depots']]])('are those of the teams in view alone: %s', async (scope) => {
    show('on-time', scope);
    await screen.findAllByText('3 days late');
    const of = scope.includes('depots') ? ', Depot North' : '';
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      `Slot data from carrier, dailyJ. Bakker${of}, from week 453 days late`,
      `Second carrier for Thursday routesM. Voss${of}, from week 45Due Mon 7 Dec`,
    ]);
  });

  it('are said to be none for a team that agreed none', async () => {
    show('on-time', ['depot-east']);
    expect(await screen.findByText('No open action on this measure for Depot East.')).toBeVisible();
  });

  it('are said to be none where there are none', async () => {
    show('right-first-time');
    expect(await screen.findByText('No open action on this measure.')).toBeVisible();
  });
});
