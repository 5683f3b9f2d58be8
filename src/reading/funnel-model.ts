import type { FunnelModel, FunnelTeam } from '../charts/funnel-types.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { funnel, type FunnelPlace } from '../domain/funnel.ts';
import { FIGURE_FROM } from '../domain/small-numbers.ts';
import type { WeekNumber } from '../domain/week.ts';
import { listWords } from '../domain/words.ts';
import type { TeamWeek } from './team-multiples-read.ts';

/** Fewer than this are read from their own charts. */
const LEAST_TEAMS = 3;
/** More names than this are a list that nobody reads; the table has them all. */
const MOST_NAMES = 6;

/** A funnel, or why there is none; `no-rate`: the figure is no share of counted cases, and no funnel is missed. */
export type FunnelPicture =
  | { readonly kind: 'data'; readonly model: FunnelModel; readonly said: string; readonly notes: readonly string[] }
  | { readonly kind: 'too-little'; readonly reason: string }
  | { readonly kind: 'no-rate' };

/**
 * Rates of the teams at the ends of the hierarchy in one week against their number of cases (`domain/funnel.ts`). Only for
 * percentages with counts behind them; teams under 10 cases are not shown, and counted.
 */
export function funnelPicture(
  indicator: Indicator,
  week: WeekNumber,
  teams: readonly TeamWeek[],
  formats: Formats,
): FunnelPicture {
  if (indicator.unit !== 'percent' || indicator.countedIn === '' || indicator.numeratorScale !== 1) {
    return { kind: 'no-rate' };
  }
  const judged = teams.flatMap(({ team, sums, target }) =>
    sums !== null && sums.denominator >= FIGURE_FROM ? [{ team, sums, target }] : [],
  );
  const found = funnel(judged.map(({ sums }) => sums));
  if (found === null || found.points.length < LEAST_TEAMS) {
    const words = `A funnel compares at least ${LEAST_TEAMS} teams with ${FIGURE_FROM} cases in the week`;
    return { kind: 'too-little', reason: `${words}; there ${judged.length === 1 ? 'is' : 'are'} ${judged.length}.` };
  }
  const { average, overdispersed, dispersion } = found;
  const drawn = found.points.flatMap(({ index, rate, n, place }): readonly FunnelTeam[] => {
    const given = judged[index];
    if (given === undefined) return [];
    const value = rate * 100;
    return [
      {
        id: given.team.id,
        name: given.team.name,
        n,
        value,
        text: formats.figure(indicator, value),
        cases: `${formats.count(given.sums.numerator)} of ${formats.count(n)} ${indicator.countedIn}`,
        place: place.kind,
        placeText: placeWords(place),
      },
    ];
  });
  // A target of its own would make each team's line another: only the one that all share is drawn.
  const targets = new Set(judged.map((each) => each.target));
  const [target = null] = targets.size === 1 ? targets : [];
  const said = saidOf(drawn);
  const title = `${indicator.name} by team against number of ${indicator.countedIn}, ${formats.weekName(week)}`;
  return {
    kind: 'data',
    said,
    notes: [
      ...(overdispersed
        ? [
            `The teams differ more than chance explains (Σz²/k = ${formats.number(dispersion, 1)}): besides chance, something sets them apart, and an average team may lie outside.`,
          ]
        : []),
      ...(judged.length < teams.length
        ? [
            `${formats.count(teams.length - judged.length)} of ${formats.count(teams.length)} teams have under ${FIGURE_FROM} cases and are not shown.`,
          ]
        : []),
    ],
    model: {
      title,
      sentence: `${title}: ${formats.count(drawn.length)} teams, average ${formats.figure(indicator, average * 100)}. ${said}`,
      countedIn: indicator.countedIn,
      teams: drawn,
      average: { value: average * 100, label: `Average ${formats.number(average * 100, indicator.decimals)}` },
      target:
        target === null
          ? null
          : { value: target, label: `Target ${formats.target({ ...indicator, better: 'none' }, target)}` },
      formatTick: (value) => formats.number(value, Number.isInteger(value) ? 0 : indicator.decimals),
      formatCount: formats.count,
    },
  };
}

/** Share of the cases that the ends of the hierarchy must hold to stand for all. */
const ENDS_HOLD = 0.95;

/**
 * The teams that a funnel compares: those at the ends of the hierarchy, unless teams above them have cases of their own that
 * would be missing; then the teams directly below the scope, which hold all.
 */
export function funnelTeams(ends: readonly TeamWeek[], below: readonly TeamWeek[]): readonly TeamWeek[] {
  const cases = (teams: readonly TeamWeek[]) => teams.reduce((sum, each) => sum + (each.sums?.denominator ?? 0), 0);
  return cases(ends) >= cases(below) * ENDS_HOLD ? ends : below;
}

function placeWords(place: FunnelPlace): string {
  if (place.kind === 'inside') return 'Within what chance explains';
  const side = place.side === 'high' ? 'Above' : 'Below';
  return place.kind === 'outside' ? `${side} the 99.8\u00a0% limit` : `${side} the 95\u00a0% limit`;
}

/** Who stands outside, by name. Of teams that do not differ one in twenty lies outside 95 % by chance. */
function saidOf(teams: readonly FunnelTeam[]): string {
  const named = (kind: FunnelTeam['place']) => teams.filter(({ place }) => place === kind).map(({ name }) => name);
  const outside = named('outside');
  const between = named('between');
  const list = (names: readonly string[]) => (names.length > MOST_NAMES ? `${names.length} teams` : listWords(names));
  if (outside.length === 0 && between.length === 0) return 'No team stands outside what chance explains.';
  return [
    ...(outside.length === 0 ? [] : [`Outside what chance explains (99.8\u00a0%): ${list(outside)}.`]),
    ...(between.length === 0
      ? []
      : [`Between the 95\u00a0% and 99.8\u00a0% limits: ${list(between)}; one in twenty lies there by chance.`]),
  ].join(' ');
}
