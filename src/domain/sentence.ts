import type { Indicator } from './catalogue-types.ts';
import { YEAR_WEEKS } from './change.ts';
import type { Formats } from './format.ts';
import type { Change, FigureMeasure, Measure, NoFigureReason } from './measure-types.ts';
import { signalReason, type SignalContext } from './signal-words.ts';
import { capital, kindWords, STATUS_WORDS, TONE_WORDS } from './words.ts';

/**
 * The one sentence (or few) that says what a chart shows: latest, against target, change, trend and signals.
 * It is read by a screen reader in place of the picture, so it holds everything that the picture argues.
 */
export function chartSentence(measure: Measure, context: SignalContext): string {
  if (measure.state !== 'figure') return `${measure.indicator.name}: ${stateNote(measure, context.formats)}.`;
  const { formats } = context;
  const { indicator, value, week } = measure;
  const head = `${indicator.name}: ${formats.figure(indicator, value)} in ${formats.weekName(week)}`;
  const settling = measure.settlingUntil === null ? '' : `, settling until ${formats.day(measure.settlingUntil)}`;
  const sentences = [
    `${head}${settling}${againstTarget(measure, formats)}.`,
    intervalSentence(measure, formats),
    `${capital(changeText(indicator, measure.change, week, formats))}.`,
    signalSentence(measure, context),
    capabilitySentence(measure, formats),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** What stands in place of (or beside) a figure that is not shown or does not count yet. */
export function stateNote(measure: Exclude<Measure, FigureMeasure>, formats: Formats): string {
  const { indicator, week } = measure;
  switch (measure.state) {
    case 'too-few':
      return `Too few to show (n = ${formats.count(measure.n)})`;
    case 'nothing-due':
      return `Nothing to rate in ${formats.weekName(week)}: no ${indicator.countedIn || 'cases'}`;
    case 'gap':
      return measure.withheld === null
        ? `No data for ${formats.weekName(week)}`
        : `Withheld for ${formats.weekName(week)}: ${withheldText(measure.withheld, formats)}`;
    case 'immature':
      return `${formats.weekName(week)} settles on ${formats.day(measure.settlesOn)}, not counted yet`;
    case 'current':
      return `${formats.weekName(week)}, ${measure.coveredDays} of 7 days, not counted yet`;
    case 'no-data':
      return `Needs ${measure.needs.length > 0 ? kindWords(measure.needs) : countedWords(indicator)}`;
  }
}

/** What an indicator counts where not every record of a kind is counted: `claims with acknowledge-by in the week`. */
const countedWords = ({ denominatorWords, needs }: Indicator): string =>
  denominatorWords === '' ? kindWords(needs) : denominatorWords;

/** `only 41 of 58 claims name a cause`. */
export function withheldText(withheld: { readonly known: number; readonly of: number }, formats: Formats): string {
  return `only ${formats.count(withheld.known)} of ${formats.count(withheld.of)} claims name a cause`;
}

/** `12 weeks: 94.7 % · n 38`: what can be said where one week has too few cases; null where nothing can. */
export function trailingText(measure: Measure, formats: Formats): string | null {
  if (measure.state !== 'too-few' || !measure.trailing) return null;
  const { weeks, value, n } = measure.trailing;
  return `${weeks} weeks: ${formats.figure(measure.indicator, value)} · n ${formats.count(n)}`;
}

/** `+0.2 pp vs week 45`, `no comparison: week 45 has no data`. `week` is the week that is compared. */
export function changeText(indicator: Indicator, change: Change, week: number, formats: Formats): string {
  const against = againstName(change, week, formats);
  return change.kind === 'given'
    ? `${formats.change(indicator, change)} vs ${against}`
    : `no comparison: ${reasonWords(change.reason, against)}`;
}

/** `−2.4 pp vs at least 85 %`; null without a target. */
export function gapText(measure: FigureMeasure, formats: Formats): string | null {
  if (measure.gap === null || measure.target === null) return null;
  const { indicator } = measure;
  return `${formats.difference(indicator, measure.gap)} vs ${formats.target(indicator, measure.target.value)}`;
}

/** Status in words; a stale one says of which week it was: `On target, week 45`. */
export function statusText(measure: FigureMeasure, formats: Formats): string {
  return measure.status === 'stale'
    ? `${STATUS_WORDS[measure.judged]}, ${formats.weekName(measure.week)}`
    : STATUS_WORDS[measure.status];
}

function againstName(change: Change, week: number, formats: Formats): string {
  return week - change.against === YEAR_WEEKS ? 'the same week last year' : formats.weekName(change.against);
}

/** Why a week or period gives nothing to compare with: `week 45 has no data`. */
export function reasonWords(reason: NoFigureReason, what: string): string {
  switch (reason) {
    case 'gap':
      return `${what} has no data`;
    case 'current':
      return `${what} is not complete`;
    case 'immature':
      return `${what} has not settled`;
    case 'too-few':
      return `${what} has too few cases`;
    case 'nothing-due':
      return `${what} has nothing to rate`;
    case 'before-data':
      return `${what} lies before the data`;
    case 'after-data':
      return `${what} lies after the data`;
    case 'from-zero':
      return `${what} was 0`;
  }
}

function againstTarget(measure: FigureMeasure, formats: Formats): string {
  const { indicator, gap, target, judged } = measure;
  if (gap === null || target === null) return ', no target';
  const words = formats.target(indicator, target.value);
  if (judged === 'on-target') return `, on target (${words})`;
  const distance = formats.difference(indicator, Math.abs(gap)).slice(1);
  return `, ${distance} ${gap < 0 ? 'below' : 'above'} the target of ${words}: ${STATUS_WORDS[judged].toLowerCase()}`;
}

function intervalSentence(measure: FigureMeasure, formats: Formats): string {
  const { indicator, interval, n } = measure;
  if (interval === null || n === null) return '';
  const lower = formats.figure(indicator, interval.lower);
  const upper = formats.figure(indicator, interval.upper);
  return `Only ${formats.count(n)} ${indicator.countedIn}: 95 % interval ${lower} to ${upper}.`.replace(
    '95 %',
    '95\u00a0%',
  );
}

function signalSentence(measure: FigureMeasure, context: SignalContext): string {
  const reason = signalReason(measure, context);
  const first = measure.signals[0];
  if (reason && first) return `${TONE_WORDS[first.tone]}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`;
  return measure.analysis.segments.length > 0 ? 'No signal: within its natural variation.' : '';
}

/** Said where a process in its natural variation cannot reach the target (statistics.md, "Route to the goal"). */
function capabilitySentence(measure: FigureMeasure, formats: Formats): string {
  const newest = measure.analysis.segments.at(-1);
  if (measure.assurance !== 'fails' || !newest || measure.judged === 'on-target') return '';
  if (measure.signals.length === 0) return 'This process will not get there without a change.';
  const higher = measure.indicator.better === 'higher';
  const limit = formats.figure(measure.indicator, higher ? newest.limits.upper : newest.limits.lower);
  return `The target lies ${higher ? 'above the upper' : 'below the lower'} limit of ${limit}.`;
}
