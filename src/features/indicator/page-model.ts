import type { Team } from '../../contract/teams.ts';
import { judgedFigure } from '../../domain/analysis.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { formats, type Formats } from '../../domain/format.ts';
import { proposedChange, type ProposedChange } from '../../domain/proposed-change.ts';
import { changeText } from '../../domain/sentence.ts';
import type { Series } from '../../domain/series.ts';
import { isoWeekParts, type WeekNumber } from '../../domain/week.ts';
import { capital } from '../../domain/words.ts';
import { lateWords } from '../../reading/lateness.ts';
import { nineFiguresModel, nineFiguresOf, type NineModel } from '../../reading/nine-figures.ts';
import { pictureOf, type PictureModel } from '../../reading/picture-model.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { targetLines, type TargetLine } from '../../reading/target-history.ts';
import { tileModel, type TileModel } from '../../reading/tile-model.ts';
import { trendModel } from '../../reading/trend-view.ts';
import type { Span } from '../../state/view.ts';
import { aboutFacts, type AboutFact } from './about-model.ts';
import { estimateModel, namedAsDrawn, type EstimateModel } from './estimate-model.ts';
import { chartSays, type Saying } from './says-model.ts';

export const SPAN_WEEKS: Readonly<Record<Span, number>> = { '18-months': 78, '3-years': 156, '5-years': 260 };
export const SPAN_WORDS: Readonly<Record<Span, string>> = {
  '18-months': '18 months',
  '3-years': '3 years',
  '5-years': '5 years',
};

/** Weeks that the forecast looks ahead on this page. */
const AHEAD = 8;

/** However short the data, a picture of so many weeks. */
const LEAST_WEEKS = 26;

export type IndicatorModel = {
  readonly card: Scorecard;
  readonly reading: Reading;
  readonly formats: Formats;
  readonly tile: TileModel;
  /** Where the figure is an estimate: its range and how it is made. It stands in the place of a number. */
  readonly estimate: EstimateModel | null;
  /** "−0.4 pp vs week 45 · −2.9 pp vs last year · n 3,214". */
  readonly changes: string;
  readonly picture: PictureModel;
  /** Where the data is shorter than the span: "Figures since week 47 of 2023"; empty otherwise. */
  readonly since: string;
  readonly says: readonly Saying[];
  /** null where there are no figures to set side by side. */
  readonly nine: NineModel | null;
  readonly about: readonly AboutFact[];
  readonly targets: readonly TargetLine[];
  /** New limits that a person may confirm; only on the latest week. */
  readonly proposal: ProposedChange | null;
  /** null where the data came in time. */
  readonly late: string | null;
};

export type PageWish = {
  readonly span: Span;
  readonly teams: readonly Team[];
  readonly size: 'desk' | 'phone';
  /** The first week of all data while the years before the answer in hand are on their way: room is kept for them. */
  readonly coming: WeekNumber | null;
};

/**
 * Everything that the page of an indicator says, as plain data. `reading` is `card`'s own for the indicator. On a phone the
 * chart has room for its shorter labels alone.
 */
export function indicatorModel(card: Scorecard, reading: Reading, wish: PageWish): IndicatorModel {
  const { span, teams, size } = wish;
  const words = formats(card.catalogue.organisation.locale);
  const drawn = namedAsDrawn(reading);
  const { indicator } = drawn;
  const picture = pictureOf(card, drawn, words, (read) =>
    trendModel(
      card,
      read,
      {
        weeks: weeksDrawn(read, card.week, wish),
        title: `${indicator.name}, ${SPAN_WORDS[span]}`,
        extras: 'forecast-and-last-year',
        naming: 'none',
        ahead: AHEAD,
        detail: size === 'phone' ? 'short' : 'full',
      },
      words,
    ),
  );
  const estimate = estimateModel(card, reading, words);
  // What goes into an estimate is no figure of its name, so it is not set side by side under it.
  const known = reading.kind === 'read' && reading.measure.state !== 'no-data' && estimate === null;
  return {
    card,
    reading,
    formats: words,
    tile: tileModel(card, reading, words),
    estimate,
    changes: estimate === null ? changesLine(card, reading, words) : estimate.heard,
    picture,
    since: wish.coming === null ? sinceWords(card, reading, span, words) : '',
    says: chartSays(card, reading, picture, words),
    nine: known ? nineFiguresModel(card, reading, words) : null,
    about: aboutFacts(card, reading, words),
    targets: targetLines(card, reading, teams, words),
    proposal:
      reading.kind === 'read' && card.isLatest && estimate === null ? proposedChange(reading.measure.analysis) : null,
    late:
      reading.kind === 'read' && reading.lateness.kind === 'late'
        ? `${indicator.name}: data ${lateWords(reading.lateness.by)} late. Newer figures come with the next import.`
        : null,
  };
}

type Read = Extract<Reading, { kind: 'read' }>;

/** The span, or as much of it as there is data: years before the first week would only press the others together. */
function weeksDrawn({ indicator, series }: Read, week: WeekNumber, { span, coming }: PageWish): number {
  const known = firstWeek(indicator, series) ?? week;
  const first = known === series[0]?.week ? Math.min(known, coming ?? known) : known;
  return Math.min(SPAN_WEEKS[span], Math.max(LEAST_WEEKS, week - first + 1));
}

function sinceWords(card: Scorecard, reading: Reading, span: Span, words: Formats): string {
  const first = reading.kind === 'read' ? firstWeek(reading.indicator, reading.series) : null;
  if (first === null || first <= card.week - SPAN_WEEKS[span] + 1) return '';
  return `Figures since ${words.weekName(first)} of ${isoWeekParts(first).year}`;
}

/** The first week with a figure: a look-back has none while its window fills. */
function firstWeek(indicator: Indicator, series: Series): WeekNumber | null {
  return series.find((point) => judgedFigure(indicator, point) !== null)?.week ?? null;
}

/** Both changes of a figure with its cases; in every other state what the tile says in their place. */
function changesLine(card: Scorecard, reading: Reading, words: Formats): string {
  const { indicator } = reading;
  const { change } = tileModel(card, reading, words);
  if (reading.kind === 'failed' || reading.measure.state !== 'figure' || reading.lateness.kind === 'late') {
    return change.strong + change.text;
  }
  const { measure } = reading;
  const nine = nineFiguresOf(card, reading);
  const lastYear = nine.yearOnYear.now;
  return [
    changeText(indicator, nine.weekOnWeek.now, measure.week, words),
    lastYear.kind === 'given' ? `${words.change(indicator, lastYear)} vs last year` : 'none to compare with last year',
    ...(measure.n === null ? [] : [`n\u00a0${words.count(measure.n)}`]),
  ]
    .map((text, index) => (index === 0 ? capital(text) : text))
    .join(' · ');
}
