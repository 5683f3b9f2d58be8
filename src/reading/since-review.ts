import type { Formats } from '../domain/format.ts';
import { figureOf } from '../domain/figure.ts';
import { figureIn, restatedWeeks } from '../domain/restated-weeks.ts';
import { standsOnAgendas } from '../domain/agenda.ts';
import { statusChanges } from '../domain/status-change.ts';
import { mondayOf, type WeekNumber } from '../domain/week.ts';
import { dayOfInstant } from '../domain/zone.ts';
import type { Scorecard } from './read-scorecard.ts';
import { shapeOf, statusWord } from './status-words.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';

type Shown = { readonly shape: StatusShape; readonly word: string };

export type SinceReview = {
  /** What it is compared with, in a sentence. */
  readonly against: string;
  readonly statuses: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly from: Shown;
    readonly to: Shown;
  }>;
  /** By indicator in the order of the catalogue, newest week first. */
  readonly restated: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly week: WeekNumber;
    /** "week 45". */
    readonly weekName: string;
    readonly was: string;
    readonly now: string;
    /** When it last changed, and by which import; empty where that is not known. */
    readonly note: string;
  }>;
};

/** What the last closed review kept, read as it was then; or, where none was closed, the week before as it reads now. */
export type Before =
  | { readonly kind: 'review'; readonly card: Scorecard; readonly closedAt: number }
  | { readonly kind: 'week-before'; readonly card: Scorecard };

/** How many of the newest weeks are compared with what the last review kept: those that its pages show. */
const LOOK_BACK_WEEKS = 104;

/** What happened between the last review and this one: statuses that changed, and figures that were restated. */
export function sinceReview(card: Scorecard, before: Before, formats: Formats): SinceReview {
  const indicators = [...card.indicators.values()].filter(standsOnAgendas);
  const measureOf = (of: Scorecard, id: string) => {
    const reading = of.reading(id);
    return reading?.kind === 'read' ? reading.measure : null;
  };
  const statuses = statusChanges(
    indicators.map((indicator) => ({
      indicator,
      before: measureOf(before.card, indicator.id),
      now: measureOf(card, indicator.id),
    })),
  ).map(({ indicator, from, to }) => ({
    id: indicator.id,
    name: indicator.name,
    from: { shape: shapeOf(from), word: statusWord(from) },
    to: { shape: shapeOf(to), word: statusWord(to) },
  }));
  return {
    against: againstWords(card, before, formats),
    statuses,
    restated: before.kind === 'review' ? sinceFrozen(card, before.card, formats) : sinceMonday(card, formats),
  };
}

function againstWords(card: Scorecard, before: Before, formats: Formats): string {
  const week = formats.weekName(before.card.week);
  if (before.kind === 'week-before') return `No earlier review was closed: against ${week}`;
  const { timeZone } = card.catalogue.organisation;
  return `Against the review of ${week}, closed ${formats.instant(before.closedAt, timeZone)}`;
}

type Restated = SinceReview['restated'][number];

/** Week by week: what the last review kept against what the figures say now. */
function sinceFrozen(card: Scorecard, then: Scorecard, formats: Formats): readonly Restated[] {
  const span = { from: then.week - LOOK_BACK_WEEKS + 1, to: then.week };
  return [...card.indicators.values()].filter(standsOnAgendas).flatMap((indicator) => {
    const before = then.reading(indicator.id);
    const now = card.reading(indicator.id);
    if (before?.kind !== 'read' || now?.kind !== 'read') return [];
    const shown = (value: number): string => formats.figureParts(indicator, value).number;
    return restatedWeeks(indicator, before.series, now.series, span, shown).map((each) => ({
      id: indicator.id,
      name: indicator.name,
      week: each.week,
      weekName: formats.weekName(each.week),
      was: shown(each.was),
      now: each.now === null ? 'no figure' : shown(each.now),
      note: changedWords(card, indicator.id, each.week, formats),
    }));
  });
}

/** What the service says was restated since the Monday of the week under review. */
function sinceMonday(card: Scorecard, formats: Formats): readonly Restated[] {
  const { timeZone } = card.catalogue.organisation;
  const order = [...card.indicators.keys()];
  return card.scope.restatements
    .flatMap((each) => {
      const reading = card.reading(each.indicator);
      if (reading?.kind !== 'read' || !standsOnAgendas(reading.indicator) || each.week > card.week) return [];
      if (each.at === null || dayOfInstant(each.at, timeZone) < mondayOf(card.week)) return [];
      const { indicator, series } = reading;
      const was = figureOf(indicator, each.wasNumerator, each.wasDenominator);
      if (was === null) return [];
      const now = figureIn(indicator, series, each.week);
      const shown = (value: number): string => formats.figureParts(indicator, value).number;
      if (now !== null && shown(now) === shown(was)) return [];
      return {
        id: indicator.id,
        name: indicator.name,
        week: each.week,
        weekName: formats.weekName(each.week),
        was: shown(was),
        now: now === null ? 'no figure' : shown(now),
        note: changedWords(card, indicator.id, each.week, formats),
      };
    })
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || b.week - a.week);
}

/** "Changed Mon 16 Nov, 06:02 by import 12"; empty where the service does not say. */
function changedWords(card: Scorecard, indicator: string, week: WeekNumber, formats: Formats): string {
  const found = card.scope.restatements.find((each) => each.indicator === indicator && each.week === week);
  if (found?.at == null) return '';
  const at = formats.instant(found.at, card.catalogue.organisation.timeZone);
  return `Changed ${at}${found.importId === null ? '' : ` by import ${found.importId}`}`;
}
