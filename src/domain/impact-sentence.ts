import type { Indicator } from './catalogue-types.ts';
import type { Formats } from './format.ts';
import type { Effect, Impact } from './impact.ts';
import { mondayOf, sundayOf, type WeekNumber } from './week.ts';

const ANSWERS = { worked: 'Worked', worsened: 'Made it worse', 'no-effect-seen': 'No effect seen' } as const;

/**
 * "Did it work?" in words: the answer with the effect, its range, and the assumption that the answer rests on.
 * `effective`: the first week of the improvement.
 */
export function impactSentence(
  impact: Impact,
  indicator: Indicator,
  effective: WeekNumber,
  formats: Formats,
): { readonly answer: string; readonly detail: string; readonly assumption: string } {
  if (impact.kind === 'declined') return { ...declined(impact, formats), assumption: '' };
  const since = formats.shortDay(mondayOf(effective));
  const { effect, level, slope, against, seasonal, weeksAfter } = impact;
  const shown = (value: number): string => formats.difference(indicator, value);
  const finer = { ...indicator, decimals: indicator.decimals + 1 };
  const beside =
    against === null ? '' : ` Against the teams without it: ${shown(against.value)} (${rangeWords(against, shown)}).`;
  return {
    answer: `${ANSWERS[impact.verdict]}: ${shown(effect.value)} since ${since}`,
    detail: `${formats.percent(95, 0)} range ${rangeWords(effect, shown)}; at once ${shown(level.value)}, then ${formats.difference(finer, slope.value)} a week over ${weeksAfter} weeks.${beside}`,
    assumption: `Assumes that without it the line of the weeks before${seasonal ? ', with its season,' : ''} would have gone on, and that nothing else changed that week. Segmented regression; neighbouring weeks are taken to go together (Newey–West).`,
  };
}

function rangeWords({ lower, upper }: Effect, shown: (value: number) => string): string {
  return `${shown(lower)} to ${shown(upper)}`;
}

function declined(
  { reason, have, need, possibleFrom }: Extract<Impact, { kind: 'declined' }>,
  formats: Formats,
): { readonly answer: string; readonly detail: string } {
  const side = `${have} of ${need} weeks with a figure ${reason} it`;
  return possibleFrom === null
    ? { answer: 'Cannot be said', detail: `Only ${side}: there is no line to compare with.` }
    : { answer: `Too early: can say from ${formats.dayAndYear(sundayOf(possibleFrom))}`, detail: `${side} so far.` };
}
