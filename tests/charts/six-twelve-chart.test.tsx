import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { SixTwelveChart, SixTwelvePicture } from '../../src/charts/six-twelve-chart.tsx';
import { partsOf } from './parts-of.ts';
import { sixTwelveModel, WEEKS, YEAR } from './six-twelve-build.ts';

const model = sixTwelveModel(WEEKS, YEAR);
const show = (width = 672) =>
  render(
    <div style={{ width }}>
      <SixTwelveChart model={model} />
    </div>,
  );
const chart = () => screen.getByRole('application');
const readOut = () => screen.getByTestId('read-out');

describe('SixTwelveChart', () => {
  test('one tab stop for the picture, with its name and its sentence', () => {
    show();
    expect(chart()).toHaveAccessibleName('On time, last 6 weeks and last 12 months');
    expect(chart()).toHaveAccessibleDescription('On time: 91.4 % in week 46.');
    expect(partsOf(document.body, '[tabindex="0"]')).toEqual([chart()]);
  });

  test('reading starts at the newest week; arrows go on into the months, Home and End jump', async () => {
    const user = userEvent.setup();
    show();
    await user.tab();
    await user.tab();
    expect(readOut()).toHaveTextContent('Week 46');
    expect(readOut()).toHaveTextContent('Concerning: below the lower limit');
    await user.keyboard('{ArrowRight}');
    expect(readOut()).toHaveTextContent('Dec 2025');
    await user.keyboard('{End}');
    expect(readOut()).toHaveTextContent('Nov 2026');
    await user.keyboard('{Home}');
    expect(readOut()).toHaveTextContent('Week 41');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('read-out')).toBeNull();
  });

  test('the newest week is spoken with value, cases and signal', async () => {
    const user = userEvent.setup();
    show();
    await user.tab();
    await user.tab();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Week 46: 91.4 %. 2,942 of 3,218 orders. −3.6 pp vs target, last year 93.5 %. Concerning: below the lower limit',
    );
  });

  test('T shows weeks and months as two tables and does not reach the page', async () => {
    const user = userEvent.setup();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    show();
    await user.tab();
    await user.keyboard('t');
    document.removeEventListener('keydown', listen);
    expect(screen.getAllByRole('table')).toHaveLength(2);
    expect(screen.getByRole('row', { name: /Week 46 91\.4 %/ })).toBeVisible();
    expect(heard).not.toContain('t');
    await user.keyboard('t');
    expect(chart()).toBeVisible();
  });

  test('a month without a figure says why in read-out and table', async () => {
    const user = userEvent.setup();
    const gap = sixTwelveModel(
      WEEKS,
      YEAR.map((value, k) => (k === 0 ? null : value)),
    );
    render(<SixTwelveChart model={gap} />);
    await user.tab();
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(readOut()).toHaveTextContent('No figure');
    expect(readOut()).toHaveTextContent('Week 14 has no data');
  });

  test('where there is no room for a picture (400 % zoom) it is its tables', async () => {
    show(280);
    expect(await screen.findAllByRole('table')).toHaveLength(2);
  });

  test('for print it has the width that it is given and no controls', () => {
    render(<SixTwelvePicture model={model} width={610} />);
    expect(partsOf(chart(), 'svg')[0]?.getAttribute('width')).toBe('610');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
