/** A range of values that a picture shows; `low` < `high` always, also for a constant or nothing at all. */
export type Domain = { readonly low: number; readonly high: number };

/** Shares of the range that stay free: more above, where texts stand. */
const AIR_ABOVE = 0.1;
const AIR_BELOW = 0.05;
/** A span that has no steps of its own any more: powers of ten below it are no numbers. */
const NO_SPAN = 1e-290;
const NICE_STEPS = [1, 2, 5, 10];

/** The smallest of 1, 2, 5 times a power of ten that is at least `least`. */
export function niceStep(least: number): number {
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  // The tolerance keeps 0.1 + 0.2 style rounding from jumping a step.
  return (NICE_STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Multiples of a step inside a domain, free of rounding dust (0.30000000000000004). */
export function ticksOf({ low, high }: Domain, step: number): readonly number[] {
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  for (let k = first; k <= last && ticks.length < 50; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}

/**
 * A scale that fits the values and is never forced to zero: some air on both sides, or out to the next tick where
 * that is near; values that are never negative keep out of the negative.
 *
 * @param values what must be seen; anything not finite is left out
 * @param height of the plot in px, which decides how many ticks have room
 */
export function fitScale(values: readonly number[], height: number): Domain & { readonly ticks: readonly number[] } {
  const finite = values.filter(Number.isFinite);
  let least = finite.length === 0 ? 0 : Math.min(...finite);
  let most = finite.length === 0 ? 1 : Math.max(...finite);
  // What differs in the last digits of a double alone is a constant that was added up in another order.
  if (!(most - least > Math.max(Math.max(Math.abs(least), Math.abs(most)) * 1e-9, NO_SPAN))) {
    const room = Math.abs(least) > NO_SPAN ? Math.abs(least) * 0.05 : 1;
    const floor = least >= 0 ? 0 : -Infinity;
    most = least + room;
    least = Math.max(floor, least - room);
  }
  const span = most - least;
  const spacing = Math.min(40, Math.max(26, height / 4));
  const step = niceStep((span * (1 + AIR_ABOVE + AIR_BELOW) * spacing) / Math.max(1, height));
  const tickBelow = Math.floor(least / step + 1e-9) * step;
  const air = span * AIR_ABOVE;
  const below = least - tickBelow;
  // A line that lies on the axis itself is not seen: the axis goes to a tick only where that leaves some air.
  const low = below <= step * 0.3 && below >= span * AIR_BELOW ? tickBelow : least - span * AIR_BELOW;
  const tickAbove = Math.ceil(most / step - 1e-9) * step;
  const high = tickAbove - most <= step * 0.3 ? Math.max(tickAbove, most + air) : most + air;
  const domain = { low: least >= 0 ? Math.max(0, low) : low, high };
  return { ...domain, ticks: ticksOf(domain, step) };
}
