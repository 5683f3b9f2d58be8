import { render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { HBars } from '../../src/charts/h-bars.tsx';
import { RangeBar, rangeScale } from '../../src/charts/range-bar.tsx';
import { Sparkline } from '../../src/charts/sparkline.tsx';
import { neighbours, partsOf } from './parts-of.ts';
import type { SparklineModel } from '../../src/charts/sparkline-model.ts';

const spark: SparklineModel = {
  label: 'On time, 26 weeks, last 91.4 %',
  points: Array.from({ length: 26 }, (_, k) => ({
    kind: 'solid',
    value: 93 + Math.sin(k),
    signal: k > 18 ? 'concerning' : null,
  })),
  limits: { lower: 91, upper: 95 },
  target: 95,
  freshness: 'fresh',
};

describe('Sparkline', () => {
  test('a sparkline is an image with words', () => {
    render(<Sparkline model={spark} />);
    expect(screen.getByRole('img', { name: 'On time, 26 weeks, last 91.4 %' })).toHaveAttribute('width', '146');
  });

  test('26 weeks with a run cost at most eight nodes: a page redraws a dozen at each switch', () => {
    render(<Sparkline model={spark} />);
    expect(partsOf(screen.getByRole('img'), '*').length).toBeLessThanOrEqual(8);
  });
});

describe('RangeBar', () => {
  test('an estimate never stands without its range', () => {
    render(
      <RangeBar
        label="58 heard; silent 520, range 180 to 1,450"
        heard={58}
        low={180}
        estimate={520}
        high={1450}
        format={(v) => v.toLocaleString('en-GB')}
      />,
    );
    const image = screen.getByRole('img', { name: /range 180 to 1,450/ });
    expect(partsOf(image, 'text').map((text) => text.textContent)).toEqual(['58', '180', '520', '1,450']);
  });

  test('numbers close together do not overlap', () => {
    render(<RangeBar label="x" heard={50} low={52} estimate={55} high={60} format={String} />);
    const boxes = partsOf(screen.getByRole('img'), 'text').map((text) => text.getBoundingClientRect());
    for (const [before, after] of neighbours(boxes)) expect(after.left).toBeGreaterThan(before.right);
  });

  test.each([
    { high: 1450, scale: 1500 },
    { high: 1501, scale: 2000 },
    { high: 90, scale: 100 },
    { high: 0, scale: 1 },
    { high: Number.NaN, scale: 1 },
  ])('the scale to $high ends at $scale', ({ high, scale }) => {
    expect(rangeScale(high)).toBe(scale);
  });
});

describe('HBars', () => {
  test('bars start at zero on one scale, and their words and numbers are a list', () => {
    render(
      <HBars
        label="Where the promise broke"
        bars={[
          { id: 'late', label: 'Late', value: 276, valueText: '276', shareText: '8.6 %' },
          { id: 'short', label: 'Not in full', value: 138, valueText: '138', shareText: '4.3 %' },
          { id: 'none', label: 'Wrong price', value: 0, valueText: '0', shareText: '0.0 %' },
        ]}
      />,
    );
    const list = screen.getByRole('list', { name: 'Where the promise broke' });
    const widths = partsOf(list, 'rect').map((bar) => Number(bar.getAttribute('width')));
    expect(widths).toEqual([100, 50, 0]);
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent('Late2768.6 %');
  });

  test('nothing broken draws nothing, and divides by nothing', () => {
    render(<HBars label="x" bars={[{ id: 'late', label: 'Late', value: 0, valueText: '0', shareText: null }]} />);
    expect(partsOf(screen.getByRole('list'), 'rect').map((bar) => bar.getAttribute('width'))).toEqual(['0']);
  });
});
