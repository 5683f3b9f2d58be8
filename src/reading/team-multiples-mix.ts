import { YEAR_WEEKS } from '../domain/change.ts';
import { figureFactor } from '../domain/figure.ts';
import type { Formats } from '../domain/format.ts';
import { NO_SUMS, type Sums } from '../domain/rollup.ts';
import { isJudged, pointAt, type Series } from '../domain/series.ts';
import { FIGURE_FROM } from '../domain/small-numbers.ts';
import { standardise } from '../domain/standardise.ts';
import type { WeekNumber } from '../domain/week.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';
import type { TeamReading } from './team-multiples-read.ts';

/** The crude rate beside the one in the mix of the week that it is compared with. */
export type MixModel = {
  /** `week 45`, `the same week last year`. */
  readonly against: string;
  readonly crude: { readonly value: string; readonly change: string };
  readonly standardised: { readonly value: string; readonly change: string };
  /** What the mix alone changed, as a sentence. */
  readonly mix: string;
  /** Set where both changes point in opposite directions. */
  readonly warning: string | null;
  /** Teams and cases that are in neither figure; empty where all are. */
  readonly note: string;
};

type Read = Extract<Reading, { kind: 'read' }>;

/**
 * The rate of the scope, crude and standardised by team (`domain/standardise.ts`). null for counts and ratios without
 * cases, without two teams to weigh, and where either week has too few cases for a figure.
 */
export function mixModel(
  card: Scorecard,
  reading: Read,
  teams: readonly TeamReading[],
  formats: Formats,
): MixModel | null {
  const { indicator, measure } = reading;
  if (indicator.unit === 'count' || indicator.countedIn === '' || measure.state !== 'figure') return null;
  const { week } = measure;
  const back = card.compare === 'previous-week' ? 1 : YEAR_WEEKS;
  const strata = teams.map(({ reading: each }) => ({
    now: sumsAt(each.series, week),
    before: sumsAt(each.series, week - back),
  }));
  const found = standardise(strata);
  if (found === null || found.compared < 2) return null;
  const compared = strata.filter(({ now, before }) => now.denominator > 0 && before.denominator > 0);
  const cases = (pick: (stratum: (typeof strata)[number]) => Sums) =>
    compared.reduce((sum, each) => sum + pick(each).denominator, 0);
  if (cases(({ now }) => now) < FIGURE_FROM || cases(({ before }) => before) < FIGURE_FROM) return null;
  const factor = figureFactor(indicator);
  const figure = (fraction: number) => formats.figure(indicator, fraction * factor);
  const difference = (fraction: number) => formats.difference(indicator, fraction * factor);
  const against = card.compare === 'previous-week' ? formats.weekName(week - back) : 'the same week last year';
  const crudeChange = difference(found.crudeChange);
  const change = difference(found.standardisedChange);
  // Told as it is shown: what reads ±0.0 points nowhere.
  const opposed = (a: string, b: string) =>
    (a.startsWith('+') && b.startsWith('−')) || (a.startsWith('−') && b.startsWith('+'));
  return {
    against,
    crude: { value: figure(found.crude), change: crudeChange },
    standardised: { value: figure(found.standardised), change },
    mix: `Inside the teams it changed by ${change}; the mix of teams alone made ${difference(found.mixEffect)}.`,
    warning: opposed(crudeChange, change)
      ? `Crude and standardised change point in opposite directions (${crudeChange} and ${change}): the mix of teams moved the figure against what the teams did. Read the teams, not the total (Simpson’s paradox).`
      : null,
    note: noteOf(
      measure.denominator,
      cases(({ now }) => now),
      found.leftOut,
      indicator.countedIn,
      formats,
    ),
  };
}

function sumsAt(series: Series, week: WeekNumber): Sums {
  const point = pointAt(series, week);
  return point !== null && isJudged(point) ? { numerator: point.numerator, denominator: point.denominator } : NO_SUMS;
}

function noteOf(all: number, compared: number, leftOut: number, countedIn: string, formats: Formats): string {
  const parts = [
    ...(leftOut === 0
      ? []
      : [`${formats.count(leftOut)} ${leftOut === 1 ? 'team' : 'teams'} without cases in either week left out`]),
    ...(compared === all || !Number.isInteger(all)
      ? []
      : [`${formats.count(compared)} of ${formats.count(all)} ${countedIn} are in these teams`]),
  ];
  const text = parts.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
