import { simulate, type Declined, type Simulation, type SimulationInput } from './simulation.ts';
import type { WeekNumber } from './week.ts';

/** Percentiles of the simulated figures of a future week, in the unit shown. */
export type ForecastWeek = {
  readonly week: WeekNumber;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
};

export type Forecast = { readonly kind: 'given'; readonly weeks: readonly ForecastWeek[] } | Declined;

export type ForecastInput = SimulationInput & { readonly weeksAhead: number };

/** The fan of the weeks to come (`simulation.ts`). Declines under 12 weeks with a figure. */
export function forecast(input: ForecastInput): Forecast {
  const simulation = simulate(input);
  if (simulation.kind === 'declined') return simulation;
  return { kind: 'given', weeks: fanOf(simulation, input.weeksAhead) };
}

/** Percentiles of the first `weeksAhead` weeks after the newest figure. */
export function fanOf(simulation: Simulation, weeksAhead: number): readonly ForecastWeek[] {
  return Array.from({ length: weeksAhead }, (_, index) => ({
    week: simulation.last + 1 + index,
    ...percentiles(simulation.figures(index + 1)),
  }));
}

function percentiles(figures: Float64Array): Omit<ForecastWeek, 'week'> {
  const sorted = figures.sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}
