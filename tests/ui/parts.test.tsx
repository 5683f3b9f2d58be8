import { render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { Banner } from '../../src/ui/banner.tsx';
import { MobileTabs } from '../../src/ui/mobile-shell.tsx';
import { PageHead } from '../../src/ui/page-head.tsx';
import { Table, type TableColumn } from '../../src/ui/table.tsx';
import { CommandButton, TopBar } from '../../src/ui/top-bar.tsx';
import { placePanel } from '../../src/ui/use-popover.ts';

type Row = { readonly team: string; readonly orders: number };
const COLUMNS: ReadonlyArray<TableColumn<Row>> = [
  { id: 'team', header: 'Team', kind: 'row-header', cell: (row) => row.team },
  { id: 'orders', header: 'Orders', kind: 'number', cell: (row) => String(row.orders) },
];

describe('Table', () => {
  test('it is a real table: caption, column headers, row headers, numbers at the right', () => {
    render(
      <Table
        caption="Orders by team"
        columns={COLUMNS}
        rows={[{ team: 'North', orders: 12 }]}
        rowKey={(row) => row.team}
      />,
    );
    const table = screen.getByRole('table', { name: 'Orders by team' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Team', 'Orders']);
    expect(within(table).getByRole('rowheader', { name: 'North' })).toHaveAttribute('scope', 'row');
    expect(getComputedStyle(within(table).getByRole('cell', { name: '12' })).textAlign).toBe('end');
  });
});

describe('Banner', () => {
  test('it is 40 px high and spoken politely', () => {
    render(
      <Banner lead="Disconnected" action={<button type="button">Try now</button>}>
        Not heard since 08:12.
      </Banner>,
    );
    const banner = screen.getByRole('status');
    expect(banner).toHaveTextContent('DisconnectedNot heard since 08:12.Try now');
    expect(banner.getBoundingClientRect().height).toBe(40);
  });
});

describe('shells', () => {
  test('the bar is 48 px high, names its navigation and tells the shortcut', () => {
    render(
      <TopBar
        brand={<a href="/">Kept</a>}
        nav={
          <a href="/" aria-current="page">
            Scorecard
          </a>
        }
        freshness="Data to Sun 15 Nov"
        actions={<CommandButton keys={['Ctrl', 'K']} onPress={() => undefined} />}
      />,
    );
    expect(screen.getByRole('banner').getBoundingClientRect().height).toBe(48);
    expect(
      within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { current: 'page' }),
    ).toHaveTextContent('Scorecard');
    expect(screen.getByRole('button', { name: /Find or jump to/ })).toHaveAttribute(
      'aria-keyshortcuts',
      'Control+K Meta+K',
    );
  });

  test('the page head is 64 px high', () => {
    render(<PageHead title="Scorecard" sub="Are we keeping our service promise?" />);
    const heading = screen.getByRole('heading', { level: 1, name: 'Scorecard' });
    expect(heading).toBeVisible();
  });

  test('the tabs of a phone are a navigation 56 px high', () => {
    render(
      <MobileTabs>
        <a href="/">Scorecard</a>
      </MobileTabs>,
    );
    expect(screen.getByRole('navigation', { name: 'Main' }).getBoundingClientRect().height).toBe(56);
  });
});

describe('placePanel', () => {
  const view = { width: 1000, height: 600 };
  test.each([
    {
      name: 'under its trigger',
      at: new DOMRect(100, 20, 80, 32),
      panel: { width: 200, height: 100 },
      left: 100,
      top: 56,
    },
    {
      name: 'kept inside at the right',
      at: new DOMRect(950, 20, 40, 32),
      panel: { width: 200, height: 100 },
      left: 792,
      top: 56,
    },
    {
      name: 'kept inside at the foot',
      at: new DOMRect(100, 560, 80, 32),
      panel: { width: 200, height: 100 },
      left: 100,
      top: 492,
    },
    {
      name: 'too large for the window',
      at: new DOMRect(100, 20, 80, 32),
      panel: { width: 1200, height: 900 },
      left: 8,
      top: 8,
    },
  ])('a panel is never cut off: $name', ({ at, panel, left, top }) => {
    expect(placePanel(at, panel, view)).toEqual({ left, top });
  });
});
