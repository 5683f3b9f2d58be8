import type { ImportReport } from '../contract/imports.ts';
import { judgedFigure } from '../domain/analysis.ts';
import { figureOf } from '../domain/figure.ts';
import type { Formats } from '../domain/format.ts';
import { pointAt } from '../domain/series.ts';
import { capital } from '../domain/words.ts';
import { isoWeekParts, type WeekNumber } from '../domain/week.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';

/** A final week that is no longer what it was. */
export type RestatedWeek = {
  readonly week: WeekNumber;
  /** "Week 45 was 94.1 %, now 93.6 %". */
  readonly words: string;
  /** "since the import of Mon 16 Nov, 06:02, orders.csv"; empty where the cause is not known. */
  readonly since: string;
};

type Import = Pick<ImportReport, 'id' | 'fileName' | 'startedAt' | 'endedAt'>;

/** Restated weeks of an indicator in the scope in view, newest first. A change that came to nothing is none. */
export function restatedWeeks(
  card: Scorecard,
  { indicator, series }: Extract<Reading, { kind: 'read' }>,
  imports: readonly Import[],
  formats: Formats,
): readonly RestatedWeek[] {
  const { timeZone } = card.catalogue.organisation;
  const byId = new Map(imports.map((each) => [each.id, each]));
  return card.scope.restatements
    .filter((each) => each.indicator === indicator.id && each.week <= card.week)
    .toSorted((a, b) => b.week - a.week)
    .flatMap((each) => {
      const was = figureOf(indicator, each.wasNumerator, each.wasDenominator);
      const point = pointAt(series, each.week);
      const now = point === null ? null : (judgedFigure(indicator, point)?.value ?? null);
      if (was === null || now === null || was === now) return [];
      const found = each.importId === null ? undefined : byId.get(each.importId);
      const at = found === undefined ? each.at : Date.parse(found.endedAt ?? found.startedAt);
      return [
        {
          week: each.week,
          words: `${capital(weekName(each.week, card.week, formats))} was ${formats.figure(indicator, was)}, now ${formats.figure(indicator, now)}`,
          since: sinceWords(at === null ? null : formats.instant(at, timeZone), found?.fileName ?? null),
        },
      ];
    });
}

function sinceWords(at: string | null, fileName: string | null): string {
  if (at === null) return fileName === null ? '' : `since the import of ${fileName}`;
  return `since the import of ${at}${fileName === null ? '' : `, ${fileName}`}`;
}

/** "week 45", with its year where that is not the year in view. */
function weekName(week: WeekNumber, shown: WeekNumber, formats: Formats): string {
  const { year } = isoWeekParts(week);
  return year === isoWeekParts(shown).year ? formats.weekName(week) : `${formats.weekName(week)} of ${year}`;
}
