import type { Tone } from '../../domain/analysis-types.ts';
import { FORECAST_FROM } from '../../domain/simulation.ts';
import type { Formats } from '../../domain/format.ts';
import { signalLines, type SignalLine } from '../../domain/signal-words.ts';
import { isoWeekParts, sundayOf, type WeekNumber } from '../../domain/week.ts';
import type { PictureModel } from '../../reading/picture-model.ts';
import { contextOf, type Reading, type Scorecard } from '../../reading/read-scorecard.ts';

/** One thing that the chart argues, in words. `tone`: the mark of a signal; null: none. */
export type Saying = {
  readonly id: string;
  readonly tone: Tone | null;
  readonly strong: string;
  readonly text: string;
};

type Read = Extract<Reading, { kind: 'read' }>;

/** What a reader takes from the chart: every signal of the newest limits, newest first; whether the target is in reach; the forecast. */
export function chartSays(
  card: Scorecard,
  reading: Reading,
  picture: PictureModel,
  formats: Formats,
): readonly Saying[] {
  if (reading.kind === 'failed' || reading.measure.state === 'no-data') return [];
  return [
    ...signalSayings(card, reading, formats),
    ...reachSaying(reading, formats),
    ...forecastSaying(card, reading, picture, formats),
  ];
}

function signalSayings(card: Scorecard, { measure }: Read, formats: Formats): readonly Saying[] {
  const newest = measure.analysis.segments.at(-1);
  if (newest === undefined) return [];
  const lines = signalLines(measure, { from: newest.from, to: newest.to }, contextOf(card, formats));
  if (lines.length === 0) {
    return [{ id: 'quiet', tone: null, strong: 'No signal:', text: 'every week lies within its natural variation' }];
  }
  return merged(lines, (value) => formats.figure(measure.indicator, value)).map(({ signal, weeks, text }) => ({
    id: `${signal.rule}-${signal.direction}-${signal.from}-${signal.to}`,
    tone: signal.tone,
    strong: weeks + yearWords(signal.to, card.week),
    text,
  }));
}

/** Single weeks outside the same limit in one year are one line: "Weeks 43, 45, 46 below the lower limit of 92.0 %". */
function merged(lines: readonly SignalLine[], figure: (value: number) => string): readonly SignalLine[] {
  const limitOf = ({ signal: { direction, limits, to } }: SignalLine): string =>
    `${direction} ${figure(direction === 'high' ? limits.upper : limits.lower)} ${isoWeekParts(to).year}`;
  return lines.flatMap((line, index) => {
    if (line.signal.rule !== 'outside') return line;
    const alike = lines.filter((other) => other.signal.rule === 'outside' && limitOf(other) === limitOf(line));
    // The newest stands for all of them.
    if (lines.indexOf(alike[0] ?? line) !== index) return [];
    return alike.length === 1 ? line : { ...line, weeks: weekList(alike.flatMap(({ signal }) => signal.weeks)) };
  });
}

/** `Weeks 38–42, 45, 46`. */
function weekList(weeks: readonly WeekNumber[]): string {
  const runs: WeekNumber[][] = [];
  for (const week of weeks.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === week - 1) last.push(week);
    else runs.push([week]);
  }
  const name = (week: WeekNumber | undefined): string => String(isoWeekParts(week ?? 0).week);
  const words = runs.map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', ')));
  return `Weeks ${words.join(', ')}`;
}

/** Two Januaries may both be under the newest limits: a week of another year is told with it. */
function yearWords(week: WeekNumber, shown: WeekNumber): string {
  const { year } = isoWeekParts(week);
  return year === isoWeekParts(shown).year ? '' : ` of ${year}`;
}

/** Whether the process, as it runs, meets its target: always, never, or by chance. */
function reachSaying({ indicator, measure }: Read, formats: Formats): readonly Saying[] {
  const { assurance, target, analysis } = measure;
  const newest = analysis.segments.at(-1);
  if (newest === undefined) return [];
  const { lower, upper } = newest.limits;
  const figure = (value: number): string => formats.figure(indicator, value);
  if (newest.trial) {
    const text = `from ${newest.baselinePoints} weeks; with 12 they tell whether the target is in reach`;
    return [{ id: 'trial', tone: null, strong: 'Limits are a first guess', text }];
  }
  if (assurance === null || target === null) return [];
  const aim = formats.target({ ...indicator, better: 'none' }, target.value);
  const higher = indicator.better === 'higher';
  switch (assurance) {
    case 'fails':
      return [
        {
          id: 'reach',
          tone: null,
          strong: 'Out of reach as it runs:',
          text: `target ${aim} lies ${higher ? `above the upper limit of ${figure(upper)}` : `below the lower limit of ${figure(lower)}`}`,
        },
      ];
    case 'passes':
      return [
        {
          id: 'reach',
          tone: null,
          strong: 'Met as it runs:',
          text: `target ${aim} lies ${higher ? `below the lower limit of ${figure(lower)}` : `above the upper limit of ${figure(upper)}`}`,
        },
      ];
    case 'hit-and-miss':
      return [
        {
          id: 'reach',
          tone: null,
          strong: 'Hit and miss as it runs:',
          text: `target ${aim} lies between the limits of ${figure(lower)} and ${figure(upper)}`,
        },
      ];
  }
}

function forecastSaying(
  card: Scorecard,
  { measure }: Read,
  picture: PictureModel,
  formats: Formats,
): readonly Saying[] {
  const model = picture.kind === 'data' || picture.kind === 'too-little' ? picture.model : null;
  const last = model?.forecast.at(-1);
  if (last === undefined || model === null) {
    const newest = measure.analysis.segments.at(-1);
    const known =
      newest === undefined
        ? 0
        : measure.analysis.values.slice(newest.from - measure.analysis.from).filter((value) => value !== null).length;
    if (!card.isLatest || known >= FORECAST_FROM) return [];
    const text = `with ${FORECAST_FROM} complete weeks under the same limits; there are ${known}`;
    return [{ id: 'forecast', tone: null, strong: 'Forecast', text }];
  }
  const figure = model.formatValue ?? model.formatTick;
  const text = `${figure(last.p50)} by ${formats.shortDay(sundayOf(last.week))}; 8 in 10 chance between ${figure(last.p10)} and ${figure(last.p90)}`;
  return [{ id: 'forecast', tone: null, strong: 'Forecast', text }];
}
