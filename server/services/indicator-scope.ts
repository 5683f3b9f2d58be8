import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { definitionOf } from '../indicators/definitions.ts';
import { coveredByAll, intersect, type CoveredDays } from './coverage.ts';
import type { DataIndex } from './data-index.ts';

const NOWHERE: CoveredDays = [];

/** What an indicator needs to be counted; parts that stand beside another indicator need its claims. */
export const needsOf = (indicator: string): readonly RecordKind[] => {
  const entry = computedById(indicator);
  if (entry !== undefined) return entry.needs;
  return definitionOf(indicator) === undefined ? ['observations'] : ['claims'];
};

/** Days after the week's end until its outcome can be told. */
export const lagDaysOf = (index: DataIndex, indicator: string): number =>
  computedById(indicator)?.lagDays ?? index.own.find(({ id }) => id === indicator)?.lagDays ?? 0;

/** What stored numerators are divided by before they are answered. */
export const numeratorScaleOf = (indicator: string): number => computedById(indicator)?.numeratorScale ?? 1;

/** The days that all the record kinds cover for one team; null stands for a team without coverage of its own. */
const coveredByRecords = (index: DataIndex, needs: readonly RecordKind[], team: string | null): CoveredDays => {
  const perKind = needs.map((kind) => {
    const coverage = index.coverage.get(kind);
    return (team === null ? undefined : coverage?.byTeam.get(team)) ?? coverage?.everyone ?? NOWHERE;
  });
  const [first = NOWHERE, ...others] = perKind;
  return others.reduce(intersect, first);
};

/**
 * The days on which an indicator is covered in a scope (`teams`, with everything below already in it; null: the whole
 * organisation).
 *
 * Only teams that take part are asked: those with coverage of their own or with rows of the indicator. A unit that
 * merely holds others, or never has a claim, cannot make a gap. Where none takes part, what was imported for all teams
 * counts. A team whose observations are sent ready-made covers the weeks that were sent, whatever records cover.
 */
export const coverageOf = (index: DataIndex, indicator: string, teams: readonly string[] | null): CoveredDays => {
  if (teams !== null) return coverageOfTeams(index, indicator, teams);
  let known = ofEveryone.get(index);
  if (known === undefined) {
    known = new Map();
    ofEveryone.set(index, known);
  }
  let covered = known.get(indicator);
  if (covered === undefined) {
    covered = coverageOfTeams(index, indicator, index.teamIds);
    known.set(indicator, covered);
  }
  return covered;
};

/** Asked by nearly every answer, and the same for one data version. */
const ofEveryone = new WeakMap<DataIndex, Map<string, CoveredDays>>();

const coverageOfTeams = (index: DataIndex, indicator: string, teams: Iterable<string>): CoveredDays => {
  const needs = needsOf(indicator);
  const rows = index.weeks.get(indicator);
  const sent = index.sent.get(indicator);
  const everyone = coveredByRecords(index, needs, null);
  const hasOwn = (team: string): boolean => needs.some((kind) => index.coverage.get(kind)?.byTeam.has(team) === true);
  const taking: CoveredDays[] = [];
  for (const team of teams) {
    const ready = sent?.get(team);
    if (ready !== undefined) taking.push(ready);
    else if (hasOwn(team)) taking.push(coveredByRecords(index, needs, team));
    else if (rows?.has(team) === true) taking.push(everyone);
  }
  return taking.length === 0 ? everyone : coveredByAll(taking);
};

/** Whether an indicator has any figure at all: rows, and every record kind that it needs. */
export const hasData = (index: DataIndex, indicator: string): boolean =>
  index.weeks.has(indicator) && coverageOf(index, indicator, null).length > 0;
