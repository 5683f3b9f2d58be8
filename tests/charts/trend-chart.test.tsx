import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { TrendChart } from '../../src/charts/trend-chart.tsx';
import { TrendTable } from '../../src/charts/trend-table.tsx';
import type { TrendModel } from '../../src/charts/trend-model.ts';
import { fullModel, trendModel } from './build-model.ts';
import { partsOf } from './parts-of.ts';

function show(model: TrendModel, width = 672) {
  return render(
    <div style={{ width }}>
      <TrendChart model={model} variant="panel" locale="en-GB" />
    </div>,
  );
}

const chart = () => screen.getByRole('application');
const readOut = () => screen.getByTestId('read-out');
const drawnBy = () => partsOf(chart(), '[data-drawn-by]')[0]?.getAttribute('data-drawn-by');

/** Its module comes from a development server that may be busy; what is tested is that it comes, not how fast. */
const rechartsStands = () =>
  waitFor(
    () => {
      expect(drawnBy()).toBe('recharts');
    },
    { timeout: 10_000 },
  );

describe('TrendChart', () => {
  test('a chart has one tab stop, a name and its computed sentence', async () => {
    show(fullModel());
    expect(chart()).toHaveAccessibleName('On time');
    expect(chart()).toHaveAccessibleDescription('On time was 91.4 % in week 46, 3.6 pp below target.');
    await rechartsStands();
    expect(partsOf(document.body, '[tabindex="0"]')).toEqual([chart()]);
  });

  test('the first focus reads the newest complete week, not the oldest', async () => {
    const user = userEvent.setup();
    show(fullModel());
    await user.tab();
    expect(chart()).toHaveFocus();
    expect(readOut()).toHaveTextContent('Week 46, 9–15 Nov');
  });

  test('arrows step weeks, Home and End jump, Escape closes', async () => {
    const user = userEvent.setup();
    show(fullModel());
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(readOut()).toHaveTextContent('Week 45, 2–8 Nov');
    await user.keyboard('{Home}');
    expect(readOut()).toHaveTextContent('Week 47, 17–23 Nov');
    await user.keyboard('{End}{ArrowLeft}{ArrowRight}');
    expect(readOut()).toHaveTextContent('Forecast');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('read-out')).toBeNull();
  });

  test('the arrows of a chart do not step the week of the page', async () => {
    const user = userEvent.setup();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    show(fullModel());
    await user.tab();
    await user.keyboard('{ArrowLeft}x');
    document.removeEventListener('keydown', listen);
    expect(heard).not.toContain('ArrowLeft');
    expect(heard).toContain('x');
  });

  test('the read-out is spoken politely to who reads by keyboard, value, case numbers and signal', async () => {
    const user = userEvent.setup();
    show(fullModel());
    const status = screen.getByRole('status');
    expect(status).toHaveAttribute('aria-live', 'polite');
    expect(status).toHaveTextContent(/^$/);
    await user.tab();
    expect(status).toHaveTextContent(
      /^Week 46, 9–15 Nov: 91.1 %\. n 1,000\. Target 95, last year [\d.]+\. Concerning signal$/,
    );
  });

  test('a week without data says so and why', async () => {
    const user = userEvent.setup();
    show(trendModel([93, null, 94]));
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(readOut()).toHaveTextContent('No data');
    expect(readOut()).toHaveTextContent('No import');
  });

  test('hover opens the read-out of the nearest week, leaving closes it', async () => {
    const user = userEvent.setup();
    show(trendModel([93, 94, 95]));
    const box = chart().getBoundingClientRect();
    await user.pointer({ target: chart(), coords: { clientX: box.left + 24, clientY: box.top + 40 } });
    expect(readOut()).toHaveTextContent('93 %');
    await user.unhover(chart());
    expect(screen.queryByTestId('read-out')).toBeNull();
  });

  test('recharts takes over when idle, and the focus stays where it was', async () => {
    const user = userEvent.setup();
    show(fullModel());
    expect(drawnBy()).toBe('svg');
    await user.tab();
    await rechartsStands();
    expect(chart()).toHaveFocus();
    expect(readOut()).toHaveTextContent('Week 46, 9–15 Nov');
    expect(partsOf(chart(), '.recharts-surface')[0]).toBeVisible();
  });

  test('new data shows at once as plain SVG, recharts follows', async () => {
    const { rerender } = show(fullModel());
    await rechartsStands();
    rerender(
      <div style={{ width: 672 }}>
        <TrendChart model={trendModel([1, 2, 3])} variant="panel" locale="en-GB" />
      </div>,
    );
    expect(drawnBy()).toBe('svg');
    await rechartsStands();
  });

  test('the picture takes the width of its container', async () => {
    show(fullModel(), 500);
    await waitFor(() => {
      expect(partsOf(chart(), 'svg').map((svg) => svg.getAttribute('width'))).toContain('500');
    });
  });

  test('where there is no room for a picture (400 % zoom) the chart is its table', async () => {
    show(fullModel(), 288);
    const table = await screen.findByRole('table');
    expect(screen.queryByRole('application')).toBeNull();
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 58);
  });

  describe('choosing a week', () => {
    const last = (model: TrendModel) => model.points.findLast(({ kind }) => kind === 'solid')?.week;
    function choosable(model: TrendModel) {
      const chosen: number[] = [];
      render(
        <div style={{ width: 672 }}>
          <TrendChart model={model} variant="detail" locale="en-GB" onChoose={(week) => chosen.push(week)} />
        </div>,
      );
      return chosen;
    }

    test('Enter chooses the week that is read', async () => {
      const user = userEvent.setup();
      const model = fullModel();
      const chosen = choosable(model);
      await user.tab();
      await user.keyboard('{Enter}');
      expect(chosen).toEqual([last(model)]);
    });

    test('a click chooses the week under it', async () => {
      const user = userEvent.setup();
      const model = trendModel([93, 94, 95]);
      const chosen = choosable(model);
      const box = chart().getBoundingClientRect();
      await user.pointer({
        keys: '[MouseLeft]',
        target: chart(),
        coords: { clientX: box.left + 30, clientY: box.top + 90 },
      });
      expect(chosen).toEqual([model.points[0]?.week]);
    });

    test('a week without data and a week ahead have nothing to lay open', async () => {
      const user = userEvent.setup();
      const chosen = choosable(trendModel([93, 94, null]));
      await user.tab();
      await user.keyboard('{End}{Enter}');
      expect(chosen).toEqual([]);
    });

    test('the rows of the table offer the same', async () => {
      const user = userEvent.setup();
      const chosen: number[] = [];
      const model = trendModel([93, null, 95]);
      render(<TrendTable model={model} locale="en-GB" onChoose={(week) => chosen.push(week)} />);
      const buttons = screen.getAllByRole('button', { name: /show the records$/ });
      expect(buttons).toHaveLength(2);
      await user.click(buttons[0] ?? document.body);
      expect(chosen).toEqual([model.points[2]?.week]);
    });
  });

  test('a page of its own says cases, last year, gap and the signal in words', async () => {
    const user = userEvent.setup();
    const model = trendModel([93, { value: 91, signal: 'concerning' }], { previousYear: [92, 94] });
    const points = model.points.map((each) =>
      each.kind === 'gap'
        ? each
        : { ...each, gap: '−4.0 pp vs target 95 %', signalText: 'Concerning: below the lower limit' },
    );
    render(<TrendChart model={{ ...model, points }} variant="detail" locale="en-GB" />);
    await user.tab();
    expect(screen.getByRole('status')).toHaveTextContent(
      /: 91 %\. n 1,000, last year 94\. −4\.0 pp vs target 95 %\. Concerning: below the lower limit$/,
    );
  });
});
