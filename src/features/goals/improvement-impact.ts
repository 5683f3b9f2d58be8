import type { Improvement } from '../../contract/improvements.ts';
import type { Team } from '../../contract/teams.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { figureOf } from '../../domain/figure.ts';
import type { Formats } from '../../domain/format.ts';
import { impactOf } from '../../domain/impact.ts';
import { impactSentence } from '../../domain/impact-sentence.ts';
import { isJudged, pointAt, type Series } from '../../domain/series.ts';
import { parseIsoDate, weekOfDay, type WeekNumber } from '../../domain/week.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { lineageOf } from '../../reading/team-tree.ts';

/** What can be said on "Did it work?"; `assumption` is empty where nothing is claimed. */
export type ImpactWords = { readonly answer: string; readonly detail: string; readonly assumption: string };

type Read = Extract<Reading, { kind: 'read' }>;

/** What the answer is computed from; null with why not. */
export type ImpactGround =
  | {
      readonly kind: 'given';
      readonly indicator: Indicator;
      readonly analysis: Read['measure']['analysis'];
      readonly effective: WeekNumber;
    }
  | { readonly kind: 'none'; readonly words: ImpactWords };

/** The measure that an improvement is to move: its own; where a cause is named, repeated claims. */
export function measureOf({ indicator, cause }: Pick<Improvement, 'indicator' | 'cause'>): string | null {
  return indicator ?? (cause === null ? null : 'repeated-claims');
}

/** Improvements of the scope in view, of the teams above it, and of the organisation. */
export function improvementsHere(
  improvements: readonly Improvement[],
  team: string | null,
  lineage: readonly string[],
): readonly Improvement[] {
  return improvements.filter((each) => each.team === null || each.team === team || lineage.includes(each.team));
}

export function impactGround(card: Scorecard, improvement: Improvement): ImpactGround {
  const day = improvement.effective === null ? null : parseIsoDate(improvement.effective);
  if (day === null) return none('No date yet', 'An idea: whether it worked can be said once it is in effect.');
  const measure = measureOf(improvement);
  if (measure === null) return none('No measure named', 'Name the measure that it is to move.');
  const reading = card.reading(measure);
  if (reading?.kind === 'failed') return none('Cannot be said', reading.message);
  if (reading === null) return none('Cannot be said', 'Its measure has no figures here.');
  const { indicator, measure: read } = reading;
  return { kind: 'given', indicator, analysis: read.analysis, effective: weekOfDay(day) };
}

/** The answer in words. `others`: figures of the teams without it, by the weeks of the analysis. */
export function impactWords(
  ground: ImpactGround,
  formats: Formats,
  others?: ReadonlyArray<number | null>,
): ImpactWords {
  if (ground.kind === 'none') return ground.words;
  const { indicator, analysis, effective } = ground;
  const { from, values } = analysis;
  const impact = impactOf({ indicator, values, from, effective, ...(others === undefined ? {} : { others }) });
  return impactSentence(impact, indicator, effective, formats);
}

/**
 * Teams without the improvement: neither its team nor one that the same improvement (by its title) was made in, nor any
 * above or below these. Of a branch only its top, so that nothing is counted twice.
 */
export function unaffectedTeams(
  improvement: Improvement,
  improvements: readonly Improvement[],
  teams: readonly Team[],
): readonly string[] {
  if (improvement.team === null) return [];
  const same = improvements.filter(({ title }) => title.trim() === improvement.title.trim());
  if (same.some(({ team }) => team === null)) return [];
  const touched = [...new Set([improvement.team, ...same.flatMap(({ team }) => team ?? [])])];
  const above = new Set(touched.flatMap((team) => lineageOf(teams, team)));
  const isFree = ({ id }: Team): boolean =>
    !above.has(id) && !lineageOf(teams, id).some((each) => touched.includes(each));
  const free = new Set(teams.filter(isFree).map(({ id }) => id));
  return teams.filter(({ id, parent }) => free.has(id) && (parent === null || !free.has(parent))).map(({ id }) => id);
}

/** Judged figures of a series by the weeks of an analysis; null for a gap. */
export function figuresBeside(
  indicator: Indicator,
  series: Series,
  from: WeekNumber,
  weeks: number,
): ReadonlyArray<number | null> {
  return Array.from({ length: weeks }, (_, index) => {
    const point = pointAt(series, from + index);
    return point !== null && isJudged(point) ? figureOf(indicator, point.numerator, point.denominator) : null;
  });
}

function none(answer: string, detail: string): ImpactGround {
  return { kind: 'none', words: { answer, detail, assumption: '' } };
}
