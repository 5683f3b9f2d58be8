import { isoWeekLabel, mondayOf, sundayOf, weekOfDay, type WeekNumber } from '../../src/domain/week.ts';
import { customerAt, customerLeft, heldBackRows, rowsSeen, type Rows, type Sight } from './as-of.ts';
import { inOrder } from './batches.ts';
import { sampleCalendar, type SampleCalendar } from './calendar.ts';
import { goalsOf } from './goals.ts';
import { improvementsOf } from './improvements.ts';
import { annotationsOf, CAUSES, LISTENING_POSTS, TEAMS } from './organisation.ts';
import { plantedIn, WEEKLY_IMPORTS, type Planted } from './planted.ts';
import type { CustomerRow, SampleKind } from './row-types.ts';
import { simulate, type WeekStory } from './simulate.ts';
import type { SampleCoverage, SampleImport, SampleOptions, WeekSpan } from './types.ts';

/** An order placed, delivered, returned, claimed, reopened and settled is at rest within this time. */
const WEEKS_AT_WORK = 10;
const HALF_HOUR_MS = 1_800_000;
/** Rows a week, for the progress bar alone. */
const ROWS_PER_WEEK = 3_060;
/** A week that comes alone sends what moved in the weeks before it again. */
const ROWS_OF_A_WEEK_ALONE = 4_900;

const COVERED_KINDS: readonly SampleKind[] = [
  'teams',
  'causes',
  'listening_posts',
  'customers',
  'orders',
  'order_lines',
  'claims',
  'claim_events',
  'contacts',
  'evaluations',
  'costs',
  'improvements',
];

/** The last whole week before `today`. */
export const lastSampleWeek = (today: number): WeekNumber => weekOfDay(today) - 1;

/**
 * A simulated company: six teams in two regions, about three years and 150,000 orders, with the planted effects of
 * `planted.ts`. One import brings the history, then one each Sunday night the week that ends: new rows, and rows known
 * before as they have changed; the last but one planted import also brings rows for a week that was long final.
 * Nothing is read from a clock: equal options give equal rows.
 */
export const sampleCompany = (options: SampleOptions): readonly SampleImport[] => {
  const planted = plantedIn(lastSampleWeek(options.today));
  const calendar = sampleCalendar(options.timeZone);
  const company = companyOf(options.seed, planted, calendar);
  const { weeks } = planted;
  const firstWeekly = weeks.to - WEEKLY_IMPORTS + 1;
  const history: WeekSpan = { from: weeks.from, to: firstWeekly - 1 };
  const weekly = Array.from({ length: WEEKLY_IMPORTS }, (_, i): WeekSpan => ({
    from: firstWeekly + i,
    to: firstWeekly + i,
  }));
  return [history, ...weekly].map((span, index): SampleImport => {
    const sight = sightOf(span, index === 0, calendar);
    const brings = index === planted.lateRows.importIndex;
    return {
      label: labelOf(span, index, planted),
      fileName: index === 0 ? `sample-to-${isoWeekLabel(span.to)}.csv` : `sample-${isoWeekLabel(span.to)}.csv`,
      now: Math.min(options.now, sight.until),
      recordedAt: Math.min(options.now, sight.until),
      covers: coverageOf(span, planted.gapWeek),
      rowsExpected: index === 0 ? ROWS_PER_WEEK * (span.to - span.from + 1) : ROWS_OF_A_WEEK_ALONE,
      batches: () => inOrder(index === 0 ? company.history(sight) : company.week(sight, brings)),
    };
  });
};

/** Half an hour before the week after the span begins. */
const sightOf = (span: WeekSpan, fromTheBeginning: boolean, calendar: SampleCalendar): Sight => ({
  after: fromTheBeginning ? -Infinity : calendar.startOfDay(mondayOf(span.from)) - HALF_HOUR_MS,
  until: calendar.startOfDay(mondayOf(span.to + 1)) - HALF_HOUR_MS,
  afterDay: fromTheBeginning ? -Infinity : sundayOf(span.from - 1),
  untilDay: sundayOf(span.to),
});

const labelOf = (span: WeekSpan, index: number, { lateRows }: Planted): string => {
  if (index === 0) return `History to ${isoWeekLabel(span.to)}`;
  return index === lateRows.importIndex
    ? `${isoWeekLabel(span.to)}, with late rows of ${isoWeekLabel(lateRows.week)}`
    : isoWeekLabel(span.to);
};

/** Every kind for every team, but for the week of which no import came. */
const coverageOf = (span: WeekSpan, gapWeek: WeekNumber): readonly SampleCoverage[] => {
  const spans =
    gapWeek >= span.from && gapWeek <= span.to
      ? [
          { from: span.from, to: gapWeek - 1 },
          { from: gapWeek + 1, to: span.to },
        ]
      : [span];
  return spans.flatMap(({ from, to }) =>
    COVERED_KINDS.map((kind) => ({ kind, teamId: null, fromDay: mondayOf(from), toDay: sundayOf(to) })),
  );
};

/** The company's life is simulated while the history is read; what still moves after it is kept for the weekly imports. */
const companyOf = (seed: string, planted: Planted, calendar: SampleCalendar) => {
  type Leaver = { readonly firstWeek: WeekNumber; readonly row: CustomerRow };
  type Tail = { readonly stories: readonly WeekStory[]; readonly leavers: readonly Leaver[] };
  const kept: { tail?: Tail } = {};
  const historyTo = planted.weeks.to - WEEKLY_IMPORTS;
  const tailFrom = Math.min(historyTo - WEEKS_AT_WORK, planted.lateRows.week - 2);

  function* live(): Generator<WeekStory> {
    const stories: WeekStory[] = [];
    const leavers: Leaver[] = [];
    for (const story of simulate(seed, planted, calendar)) {
      if (story.week >= tailFrom) stories.push(story);
      for (const row of story.customers)
        if (row.left_day !== null && row.left_day > sundayOf(historyTo)) leavers.push({ firstWeek: story.week, row });
      yield story;
    }
    kept.tail = { stories, leavers };
  }
  const tailOf = (): Tail => {
    const life = live();
    while (!kept.tail && life.next().done !== true);
    return kept.tail ?? { stories: [], leavers: [] };
  };

  return {
    *history(sight: Sight): Generator<Rows> {
      yield {
        teams: TEAMS,
        causes: CAUSES,
        listening_posts: LISTENING_POSTS,
        improvements: improvementsOf(planted, calendar),
        goals: goalsOf(planted),
        annotations: annotationsOf(planted),
      };
      for (const story of live()) yield rowsSeen(story, sight);
    },
    *week(sight: Sight, bringsLateRows: boolean): Generator<Rows> {
      const { stories, leavers } = tailOf();
      const left = leavers.filter(
        ({ firstWeek, row }) => mondayOf(firstWeek) <= sight.afterDay && customerLeft(row, sight),
      );
      yield { customers: left.map(({ row }) => customerAt(row, sight)) };
      for (const story of stories) {
        if (bringsLateRows) yield heldBackRows(story, sight);
        yield rowsSeen(story, sight);
      }
    },
  };
};
