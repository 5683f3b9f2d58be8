import { describe, expect, it } from 'vitest';
import { progressMeter } from '../../../server/jobs/progress-meter.ts';

const steps = (...clock: readonly number[]) => {
  let at = -1;
  return progressMeter(7, () => clock[(at += 1)] ?? 0);
};

describe('progress', () => {
  it('tells rows a second and time left from what went by', () => {
    const meter = steps(0, 1000, 2000);
    expect(meter.tell({ phase: 'reading', rowsRead: 0, fraction: 0 })).toMatchObject({
      rowsPerSecond: 0,
      secondsLeft: null,
    });
    meter.tell({ phase: 'reading', rowsRead: 50_000, fraction: 0.1 });
    expect(meter.tell({ phase: 'reading', rowsRead: 100_000, fraction: 0.2 })).toMatchObject({
      rowsPerSecond: 50_000,
      secondsLeft: 8,
    });
  });

  it('forgets what lies more than five seconds back, so that a stall shows', () => {
    const meter = steps(0, 1000, 8000, 9000);
    meter.tell({ phase: 'reading', rowsRead: 0, fraction: 0 });
    meter.tell({ phase: 'reading', rowsRead: 50_000, fraction: 0.5 });
    meter.tell({ phase: 'reading', rowsRead: 50_000, fraction: 0.5 });
    expect(meter.tell({ phase: 'reading', rowsRead: 50_000, fraction: 0.5 })).toMatchObject({
      rowsPerSecond: 0,
      secondsLeft: null,
    });
  });

  it('never divides by a time of zero, and ends whole', () => {
    const meter = steps(5, 5);
    meter.tell({ phase: 'reading', rowsRead: 0, fraction: 0 });
    expect(meter.tell({ phase: 'reading', rowsRead: 10, fraction: 0.5 })).toMatchObject({
      rowsPerSecond: 0,
      secondsLeft: null,
    });
    expect(meter.end('done')).toMatchObject({ status: 'done', phase: 'done', fraction: 1, secondsLeft: 0 });
  });
});
