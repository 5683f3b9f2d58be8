import type { Signal } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import type { Formats } from './format.ts';
import type { Annotation, Measure } from './measure-types.ts';
import { capital } from './words.ts';

/** Weeks after an annotation in which a run that starts is told together with it. */
const SINCE_WEEKS = 2;

/** What words about signals need beside the measure. */
export type SignalContext = {
  readonly formats: Formats;
  readonly annotations: readonly Annotation[];
  /** The team in view and those above it; empty for the whole organisation. */
  readonly lineage: readonly string[];
};

/** Why the week in view is flagged: `Below the lower limit; 11 weeks under the mean`. null without a signal. */
export function signalReason(measure: Measure, context: SignalContext): string | null {
  if (measure.state !== 'figure' || measure.signals.length === 0) return null;
  const { indicator, signals, value } = measure;
  const phrases = signals.map((signal) =>
    signal.rule === 'outside' && indicator.unit === 'count'
      ? `${context.formats.figure(indicator, value)} is ${limitPhrase(indicator, signal, context.formats)}`
      : phrase(signal, measure.week),
  );
  const since = signals
    .filter((signal) => signal.rule === 'run' || signal.rule === 'trend')
    .map((signal) => sinceAnnotation(signal, indicator, context))
    .find((annotation) => annotation !== null);
  return capital(phrases.join('; ')) + (since ? sinceWords(since, context.formats) : '');
}

/** One line of the list beneath a chart: `weeks 36–46` and `11 weeks below the mean of 93.4 %, since Carrier change, 31 Aug`. */
export type SignalLine = { readonly weeks: string; readonly text: string; readonly signal: Signal };

/** A signal in words, with the number it is measured by and what happened when it began. */
export function signalLine(signal: Signal, indicator: Indicator, context: SignalContext): SignalLine {
  const { formats } = context;
  const since = sinceAnnotation(signal, indicator, context);
  return {
    signal,
    weeks: capital(formats.weekSpan(signal.from, signal.to)),
    text: longPhrase(signal, indicator, formats) + (since ? sinceWords(since, formats) : ''),
  };
}

/** Every signal that touches the weeks from `from` to `to` (inclusive), newest first. */
export function signalLines(
  measure: Measure,
  span: { readonly from: number; readonly to: number },
  context: SignalContext,
): readonly SignalLine[] {
  return measure.analysis.signals
    .filter((signal) => signal.to >= span.from && signal.from <= span.to)
    .toSorted((a, b) => b.to - a.to || a.from - b.from)
    .map((signal) => signalLine(signal, measure.indicator, context));
}

/** The annotation in whose week, or up to two weeks after which, the run began; the newest of several. */
export function sinceAnnotation(signal: Signal, indicator: Indicator, context: SignalContext): Annotation | null {
  let found: Annotation | null = null;
  for (const each of context.annotations) {
    const after = signal.from - each.week;
    if (after < 0 || after > SINCE_WEEKS) continue;
    // New limits follow from what happened; nothing runs since them.
    if (each.kind === 'change') continue;
    if (each.indicator !== null && each.indicator !== indicator.id) continue;
    if (each.team !== null && !context.lineage.includes(each.team)) continue;
    if (!found || each.day > found.day) found = each;
  }
  return found;
}

/** What the rules found in a week, without a context: `below the lower limit; 8 weeks under the mean`. */
export function weekPhrases(signals: readonly Signal[], week: number): string {
  return signals.map((signal) => phrase(signal, week)).join('; ');
}

function phrase(signal: Signal, week: number): string {
  const high = signal.direction === 'high';
  const count = signal.weeks.filter((each) => each <= week).length;
  switch (signal.rule) {
    case 'outside':
      return `${high ? 'above the upper limit' : 'below the lower limit'}${count > 1 ? ` for ${count} weeks` : ''}`;
    case 'trend':
      return `${count - 1} ${high ? 'rises' : 'falls'} in a row`;
    case 'near-limit':
      return `${count} weeks near the ${high ? 'upper' : 'lower'} limit`;
    case 'run':
      return `${count} weeks ${high ? 'over' : 'under'} the mean`;
  }
}

function longPhrase(signal: Signal, indicator: Indicator, formats: Formats): string {
  const count = signal.weeks.length;
  const high = signal.direction === 'high';
  switch (signal.rule) {
    case 'outside':
      return limitPhrase(indicator, signal, formats);
    case 'trend':
      return `${count - 1} ${high ? 'rises' : 'falls'} in a row`;
    case 'near-limit': {
      const limit = high ? signal.limits.upper : signal.limits.lower;
      return `${count} weeks near the ${high ? 'upper' : 'lower'} limit of ${formats.figure(indicator, limit)}`;
    }
    case 'run':
      return `${count} weeks ${high ? 'above' : 'below'} the mean of ${formats.figure(indicator, signal.limits.mean)}`;
  }
}

function limitPhrase(indicator: Indicator, signal: Signal, formats: Formats): string {
  return signal.direction === 'high'
    ? `above the upper limit of ${formats.figure(indicator, signal.limits.upper)}`
    : `below the lower limit of ${formats.figure(indicator, signal.limits.lower)}`;
}

function sinceWords(annotation: Annotation, formats: Formats): string {
  return `, since ${annotation.text}, ${formats.shortDay(annotation.day)}`;
}
