import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NineFigures } from '../../src/parts/nine-figures.tsx';
import type { NineModel } from '../../src/reading/nine-figures.ts';

const model: NineModel = {
  caption: 'On time: last week',
  columns: [
    { id: 'last-week', header: 'Last week', words: 'Last week' },
    { id: 'ytd', header: 'YTD', words: 'Year to date' },
  ],
  rows: [
    {
      id: 'now',
      header: 'On time, %',
      cells: [
        { kind: 'figure', text: '91.4', look: 'strong' },
        { kind: 'none', reason: 'week 14 has no data' },
      ],
    },
    {
      id: 'last-year',
      header: 'Last year, %',
      cells: [{ kind: 'figure', text: '94.3', look: 'plain' }, { kind: 'blank' }],
    },
  ],
  notes: ['No figure for YTD: week 14 has no data.'],
};

it.each(['across', 'down'] as const)('%s: every figure stands under its period and row', (layout) => {
  render(<NineFigures model={model} layout={layout} />);
  const table = screen.getByRole('table', { name: 'On time: last week' });
  const row = within(table).getByRole('row', { name: layout === 'across' ? /On time/ : /Last week/ });
  expect(row).toHaveTextContent('91.4');
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(layout === 'across' ? ['Last week', 'YTD'] : ['Now', 'Last year']);
});

it('a figure that cannot be given says why to who asks, by focus too, and beneath the table', () => {
  render(<NineFigures model={model} />);
  const none = screen.getByRole('button', { name: 'no figure' });
  expect(none).toHaveAccessibleDescription('week 14 has no data');
  none.focus();
  expect(screen.getByRole('tooltip')).toBeVisible();
  expect(screen.getByRole('list')).toHaveTextContent('No figure for YTD: week 14 has no data.');
});
