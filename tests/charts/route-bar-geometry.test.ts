import { describe, expect, it } from 'vitest';
import { arrivalGeometry, arrivalMonths, arrivalSpan } from '../../src/charts/arrival-geometry.ts';
import { routeBarGeometry, type RouteBarModel } from '../../src/charts/route-bar-geometry.ts';
import { NOW } from './route-build.ts';

const IN_FULL: RouteBarModel = { start: 90.6, goal: 95, now: 93.1, planned: 93.6, format: (value) => value.toFixed(1) };

describe('the bar of a route', () => {
  it('goes from start to goal in the sizes of the picture, whichever way is better', () => {
    const rising = routeBarGeometry(IN_FULL, 320);
    expect(rising.track).toEqual({ x: 52, y: 15, width: 222, height: 10 });
    expect(rising.travelled).toMatchObject({ look: 'ink', x: 52, width: 126.1 });
    expect(rising.goalTick).toBe('M274 10V30');
    expect(rising.startText).toMatchObject({ text: '90.6', x: 46, anchor: 'end' });
    const falling = routeBarGeometry({ ...IN_FULL, start: 19.4, goal: 10, now: 11.1, planned: 16.2 }, 320);
    expect(falling.travelled?.width).toBeCloseTo((222 * 8.3) / 9.4, 0);
  });

  it('turns into an outline left of the start where it moved away, and stays in the picture', () => {
    const away = routeBarGeometry({ ...IN_FULL, start: 93, now: 89.8, planned: 94 }, 320);
    expect(away.travelled).toMatchObject({ look: 'back', x: 6, width: 46 });
    expect(away.startText).toMatchObject({ anchor: 'start', y: 10 });
  });

  it('is full where the goal is passed, and not longer than its track', () => {
    expect(routeBarGeometry({ ...IN_FULL, now: 99 }, 320).travelled?.width).toBe(222);
  });

  it('draws nothing travelled where nothing is known: a missing figure is no zero', () => {
    const unknown = routeBarGeometry({ ...IN_FULL, now: null, planned: null }, 320);
    expect(unknown.travelled).toBeNull();
    expect(unknown.planTick).toBeNull();
    const startless = routeBarGeometry({ ...IN_FULL, start: null }, 320);
    expect([startless.travelled, startless.startTick, startless.planText]).toEqual([null, null, null]);
  });

  it('keeps the words of the plan in the picture at either end', () => {
    for (const planned of [80, 95]) {
      const text = routeBarGeometry({ ...IN_FULL, planned }, 320).planText;
      expect(text?.x).toBeGreaterThan(20);
      expect(text?.x).toBeLessThan(300);
    }
  });
});

describe('arrivals on one axis', () => {
  const span = arrivalSpan(NOW, [NOW + 19, NOW + 11]);

  it('share the months, known before anything is simulated', () => {
    expect(span).toEqual({ from: NOW, to: NOW + 30 });
    expect(arrivalMonths(span, 320, 'en-GB').map(({ text }) => text)).toEqual([
      'Dec',
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
    ]);
    expect(arrivalSpan(NOW, [NOW + 400]).to).toBe(NOW + 104);
    expect(arrivalSpan(NOW, [NOW - 10]).to).toBe(NOW + 26);
  });

  it('puts dot, range and date where the picture has them', () => {
    const drawn = arrivalGeometry(
      { due: NOW + 11, arrival: { kind: 'arrives', week: NOW + 17, from: NOW + 12, to: NOW + 25 } },
      span,
      320,
    );
    expect(drawn.goalTick).toBe('M118.2 11V29');
    expect(drawn.dot?.x).toBeCloseTo(179.4, 1);
    expect(drawn.bar).toBe('M128.4 20H261');
    expect(drawn.arrow).toBeNull();
  });

  it('ends in an arrow where it moves away, arrives late or the range is open', () => {
    const of = (arrival: Parameters<typeof arrivalGeometry>[0]['arrival']) =>
      arrivalGeometry({ due: NOW + 11, arrival }, span, 320);
    expect(of({ kind: 'none', away: true }).arrow?.look).toBe('away');
    expect(of({ kind: 'none', away: false }).arrow?.look).toBe('none');
    expect(of({ kind: 'arrives', week: NOW + 20, from: NOW + 12, to: null })).toMatchObject({
      arrow: { look: 'beyond' },
      bar: 'M128.4 20H312',
    });
    const far = of({ kind: 'arrives', week: NOW + 60, from: NOW + 50, to: NOW + 90 });
    expect([far.dot, far.bar, far.arrow?.look]).toEqual([null, null, 'beyond']);
  });

  it('has no date to show where that lies in the past, and no arrival before one is known', () => {
    const drawn = arrivalGeometry({ due: NOW - 3, arrival: { kind: 'unknown' } }, span, 320);
    expect([drawn.goalTick, drawn.dot, drawn.arrow]).toEqual([null, null, null]);
  });
});
