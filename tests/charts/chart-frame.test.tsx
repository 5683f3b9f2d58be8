import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { ChartFrame } from '../../src/charts/chart-frame.tsx';
import type { ChartState } from '../../src/charts/chart-state.ts';
import { fullModel, trendModel } from './build-model.ts';

const frame = (state: ChartState) => (
  <div style={{ width: 672 }}>
    <ChartFrame title="On time" state={state} variant="panel" locale="en-GB" />
  </div>
);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('ChartFrame', () => {
  test('T and the button switch between picture and table, both of the same weeks', async () => {
    const user = userEvent.setup();
    render(frame({ kind: 'data', model: fullModel() }));
    const button = screen.getByRole('button', { name: /^Table/ });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await user.click(button);
    const table = screen.getByRole('table', { name: /On time was 91.4 %/ });
    expect(screen.queryByRole('application')).toBeNull();
    const newest = within(table).getByRole('row', { name: /^Week 46,/ });
    expect(within(newest).getByRole('rowheader')).toHaveTextContent('Week 46, 9–15 Nov');
    expect(newest).toHaveTextContent('91.1 %');
    expect(newest).toHaveTextContent('Concerning');
    await user.keyboard('t');
    expect(screen.getByRole('application')).toBeVisible();
  });

  test('the table has a header for each column, and none that is empty all the way down', async () => {
    const user = userEvent.setup();
    render(frame({ kind: 'data', model: trendModel([93, null]) }));
    await user.click(screen.getByRole('button', { name: /^Table/ }));
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Week', 'Value', 'Notes']);
    expect(screen.getByRole('row', { name: /Week 48/ })).toHaveTextContent('No data');
    expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent('Week 48');
  });

  test('CSV hands over a file with the name of the indicator and the weeks of the chart', async () => {
    const user = userEvent.setup();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:x';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    render(frame({ kind: 'data', model: trendModel([93, null]) }));
    await user.click(screen.getByRole('button', { name: 'Download On time as CSV' }));
    expect(names).toEqual(['on-time.csv']);
    expect(blobs[0]?.type).toBe('text/csv;charset=utf-8');
    const text = await blobs[0]?.text();
    expect(text?.split('\r\n')[1]).toMatch(/^2025-W47,2025-11-17,93,complete,/);
    expect(text?.split('\r\n')[2]).toMatch(/^2025-W48,2025-11-24,,no data,/);
  });

  test.each<{ name: string; state: ChartState; words: RegExp }>([
    { name: 'loading', state: { kind: 'loading' }, words: /Loading/ },
    {
      name: 'empty',
      state: { kind: 'empty', reason: 'No orders fell due', action: <a href="/data">Import orders</a> },
      words: /No orders fell due.*Import orders/,
    },
    {
      name: 'error',
      state: {
        kind: 'error',
        what: 'On time could not be read',
        why: 'The service did not answer',
        reference: 'E42',
        onRetry: null,
      },
      words: /On time could not be read.*did not answer.*Reference E42/,
    },
    {
      name: 'too little',
      state: { kind: 'too-little', reason: 'Limits from 12 weeks on; there are 3', model: null },
      words: /from 12 weeks on/,
    },
  ])('$name says what it is, has no table and no file, and keeps the height of the picture', ({ state, words }) => {
    render(frame(state));
    const region = screen.getByRole('region', { name: 'On time' });
    expect(region).toHaveTextContent(words);
    expect(screen.queryByRole('button', { name: /CSV/ })).toBeNull();
    expect(region.getBoundingClientRect().height).toBeGreaterThanOrEqual(190 + 32);
  });

  test('too little data still draws the weeks that there are, with the reason beneath', () => {
    render(
      frame({ kind: 'too-little', reason: 'Limits from 12 weeks on; there are 3', model: trendModel([93, 94, 93]) }),
    );
    expect(screen.getByRole('application')).toBeVisible();
    expect(screen.getByText(/Limits from 12 weeks on/)).toBeVisible();
  });

  test('an error can be tried again', async () => {
    const user = userEvent.setup();
    const onRetry = vi.fn();
    render(frame({ kind: 'error', what: 'Not read', why: 'No answer', reference: null, onRetry }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
