import type { Signal } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import type { FigureMeasure, Measure } from './measure-types.ts';

/** What the agenda is made of: an indicator and what it says in the week under review; null where it could not be read. */
export type AgendaCandidate = { readonly indicator: Indicator; readonly measure: Measure | null };

/** Statuses in the order in which a review takes them. */
export const AGENDA_ORDER = ['act', 'watch', 'no-target', 'on-target'] as const;
export type AgendaStatus = (typeof AGENDA_ORDER)[number];

/** A measure that asks for attention: it carries a signal in that very week, or misses its target, or both. */
export type AgendaItem = {
  readonly indicator: Indicator;
  readonly measure: FigureMeasure;
  readonly status: AgendaStatus;
  /** The first signal of the week by precedence; null where only the target is missed. */
  readonly signal: Signal | null;
  /** How far off it is, in units of its natural variation; see `distanceOf`. */
  readonly distance: number;
};

/** Why a measure does not stand on the agenda though it could: nothing about it asks for attention, or nothing is known. */
export type Quiet = 'on-target' | 'no-target' | 'not-enough-data' | 'no-figure' | 'not-read';

export type Agenda = {
  /** Groups that hold something, by `AGENDA_ORDER`. */
  readonly groups: ReadonlyArray<{ readonly status: AgendaStatus; readonly items: readonly AgendaItem[] }>;
  /** Those that are folded into one line, by reason, in the order of the catalogue. */
  readonly quiet: ReadonlyMap<Quiet, readonly Indicator[]>;
  /** Never on an agenda: parts stand under their whole, and an estimate is not judged by what goes into it. */
  readonly leftOut: readonly Indicator[];
};

/**
 * The agenda of a week by rule, the same whatever the order of asking: groups by status; within a group concerning
 * signals first, then the farthest off in units of natural variation, then the order of the catalogue (that of
 * `candidates`). Every candidate is in exactly one of groups, quiet and left out.
 */
export function agendaOf(candidates: readonly AgendaCandidate[]): Agenda {
  const items: AgendaItem[] = [];
  const quiet = new Map<Quiet, Indicator[]>();
  const leftOut: Indicator[] = [];
  for (const { indicator, measure } of candidates) {
    if (!standsOnAgendas(indicator)) {
      leftOut.push(indicator);
      continue;
    }
    const found = measure === null ? 'not-read' : judged(indicator, measure);
    if (typeof found === 'string') quiet.set(found, [...(quiet.get(found) ?? []), indicator]);
    else items.push(found);
  }
  const groups = AGENDA_ORDER.map((status) => ({
    status,
    // Sorting is stable: what is equal keeps the order of the catalogue.
    items: items.filter((item) => item.status === status).toSorted(worstFirst),
  }));
  return { groups: groups.filter((group) => group.items.length > 0), quiet, leftOut };
}

/** Whether an indicator can stand on an agenda at all. */
export function standsOnAgendas(indicator: Pick<Indicator, 'id' | 'group'>): boolean {
  return indicator.group !== 'part' && indicator.id !== 'silent-customers';
}

function judged(indicator: Indicator, measure: Measure): AgendaItem | Quiet {
  if (measure.state === 'too-few') return 'not-enough-data';
  if (measure.state !== 'figure') return 'no-figure';
  const status = measure.judged;
  if (status === 'not-enough-data') return status;
  const [signal = null] = measure.signals;
  if (signal === null && status !== 'act' && status !== 'watch') return status;
  return { indicator, measure, status, signal, distance: distanceOf(measure) };
}

/**
 * |gap to the target| / (upper limit − mean), or |value − mean| / (upper limit − mean) where there is no target. Worked
 * example: 91.4 against 95 with a mean of 93.4 and an upper limit of 94.8 is 3.6 / 1.4 = 2.57. 0 where no limits are
 * known; a constant process that is off its target is infinitely far from it.
 */
export function distanceOf(measure: FigureMeasure): number {
  const { analysis, week, value, gap } = measure;
  const limits = analysis.limits[week - analysis.from] ?? null;
  if (limits === null) return 0;
  const off = Math.abs(gap ?? value - limits.mean);
  const variation = limits.upper - limits.mean;
  if (off === 0) return 0;
  return variation > 0 ? off / variation : Infinity;
}

function worstFirst(a: AgendaItem, b: AgendaItem): number {
  const concerning = Number(isConcerning(b)) - Number(isConcerning(a));
  if (concerning !== 0) return concerning;
  // Infinity − Infinity is no number.
  return a.distance === b.distance ? 0 : b.distance - a.distance;
}

function isConcerning(item: AgendaItem): boolean {
  return item.measure.signals.some((signal) => signal.tone === 'concerning');
}
