import { render } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { trendFrame } from '../../src/charts/trend-frame.ts';
import { trendGeometry } from '../../src/charts/trend-geometry.ts';
import { TrendRecharts } from '../../src/charts/trend-recharts.tsx';
import { TrendSvg } from '../../src/charts/trend-svg.tsx';
import { differingPixels } from './differing-pixels.ts';
import { fullModel, trendModel, wave } from './build-model.ts';

const CASES = [
  { name: 'a year with everything, panel', model: fullModel(), variant: 'panel' },
  { name: 'a year with everything, detail', model: fullModel(), variant: 'detail' },
  { name: 'half a year in the headline', model: trendModel(wave(26, 84, 1)), variant: 'headline' },
  { name: 'one week alone', model: trendModel([84]), variant: 'panel' },
  { name: 'a week between two gaps', model: trendModel([84, 85, null, 86, null, 84, 85]), variant: 'panel' },
] as const;

async function twoFrames() {
  for (let k = 0; k < 2; k++) await new Promise((next) => requestAnimationFrame(next));
}

async function picture(element: HTMLElement): Promise<string> {
  await document.fonts.ready;
  await twoFrames();
  return page.screenshot({ element, save: false });
}

describe('one picture, two drawings', () => {
  test.each(CASES)('recharts takes the place of the SVG without a visible jump: $name', async ({ model, variant }) => {
    const geometry = trendGeometry(model, trendFrame(variant, 'en-GB'));
    const { container, rerender } = render(<TrendSvg geometry={geometry} />);
    const svg = await picture(container);
    rerender(<TrendRecharts geometry={geometry} title="On time" desc="A sentence." />);
    const recharts = await picture(container);
    const { differing, total } = await differingPixels(svg, recharts, 24);
    expect(total).toBeGreaterThan(10_000);
    expect(differing).toBe(0);
  });

  test('the comparison sees a line that moved by one pixel, so a pass means something', async () => {
    const one = trendGeometry(trendModel(wave(26, 84, 1)), trendFrame('panel', 'en-GB'));
    const other = trendGeometry(trendModel(wave(26, 84, 1)), { ...trendFrame('panel', 'en-GB'), height: 191 });
    const { container, rerender } = render(<TrendSvg geometry={one} />);
    const before = await picture(container);
    rerender(<TrendSvg geometry={{ ...other, height: 190 }} />);
    const { differing } = await differingPixels(before, await picture(container), 24);
    expect(differing).toBeGreaterThan(200);
  });
});
