import { weekOfDay, type DayNumber, type WeekNumber } from './week.ts';

const DAY_MS = 86_400_000;
/** Offsets are looked up by blocks of about a year, each searched for its changes once. */
const BLOCK_MS = 365 * DAY_MS;
/** Finer than any two changes of offset of a zone that cancel each other out (Morocco's Ramadan: about 30 days). */
const PROBE_MS = 5 * DAY_MS;

/** From `at` (inclusive) to the next change the zone is `offset` ahead of UTC, in milliseconds. */
type OffsetSpan = { readonly at: number; readonly offset: number };

/**
 * Turns instants (epoch milliseconds) into local days of one IANA time zone and back.
 * `Intl` is asked only where the zone's offset changes, so a call costs a few nanoseconds: fit for millions of rows.
 */
export type ZoneClock = {
  readonly timeZone: string;
  /** Milliseconds that local time is ahead of UTC at the instant. */
  readonly offsetAt: (instant: number) => number;
  readonly dayOfInstant: (instant: number) => DayNumber;
  readonly weekOfInstant: (instant: number) => WeekNumber;
  /** First instant whose local date is `day` or later (a zone may skip midnight, or a whole day). */
  readonly startOfDay: (day: DayNumber) => number;
  /** Last millisecond before the next day starts: the deadline that a promised date means. */
  readonly endOfDay: (day: DayNumber) => number;
  /**
   * Instant of a local date and time of day (milliseconds since midnight). A time that occurs twice means its first
   * occurrence; one that the clock skips is moved forward by the length of the skip, as Temporal's `compatible` does.
   */
  readonly instantOfLocal: (day: DayNumber, millisecondOfDay: number) => number;
};

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone, made once per zone. Throws RangeError where the zone is unknown. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = makeClock(timeZone);
  clocks.set(timeZone, made);
  return made;
}

/** Local day of an instant (epoch milliseconds). */
export function dayOfInstant(instant: number, timeZone: string): DayNumber {
  return zoneClock(timeZone).dayOfInstant(instant);
}

/** Week, in the zone, of an instant (epoch milliseconds). */
export function weekOfInstant(instant: number, timeZone: string): WeekNumber {
  return zoneClock(timeZone).weekOfInstant(instant);
}

/** First instant (epoch milliseconds) of a local day. */
export function startOfDay(day: DayNumber, timeZone: string): number {
  return zoneClock(timeZone).startOfDay(day);
}

function makeClock(timeZone: string): ZoneClock {
  const readOffset = offsetReader(timeZone);
  const blocks = new Map<number, readonly OffsetSpan[]>();
  const starts = new Map<DayNumber, number>();
  let lastBlock = Number.NaN;
  let lastSpans: readonly OffsetSpan[] = [];

  const spansOf = (block: number): readonly OffsetSpan[] => {
    let spans = blocks.get(block);
    if (!spans) {
      spans = findSpans(block * BLOCK_MS, readOffset);
      blocks.set(block, spans);
    }
    return spans;
  };
  const offsetAt = (instant: number): number => {
    const block = Math.floor(instant / BLOCK_MS);
    if (block !== lastBlock) {
      lastSpans = spansOf(block);
      lastBlock = block;
    }
    let offset = 0;
    for (const span of lastSpans) {
      if (span.at > instant) break;
      offset = span.offset;
    }
    return offset;
  };
  /** Spans that may be in force at the local time, oldest first. */
  const spansAround = (local: number): readonly OffsetSpan[] => {
    const from = local - 2 * DAY_MS;
    const to = local + 2 * DAY_MS;
    const found: OffsetSpan[] = [{ at: from, offset: offsetAt(from) }];
    for (let block = Math.floor(from / BLOCK_MS); block <= Math.floor(to / BLOCK_MS); block += 1) {
      for (const span of spansOf(block)) if (span.at > from && span.at <= to) found.push(span);
    }
    return found;
  };
  const firstAtOrAfter = (local: number): number => {
    const spans = spansAround(local);
    for (const [index, span] of spans.entries()) {
      const at = Math.max(span.at, local - span.offset);
      if (at < (spans[index + 1]?.at ?? Infinity)) return at;
    }
    return local - offsetAt(local);
  };
  const startOf = (day: DayNumber): number => {
    let start = starts.get(day);
    if (start === undefined) {
      start = firstAtOrAfter(day * DAY_MS);
      starts.set(day, start);
    }
    return start;
  };
  const dayOf = (instant: number): DayNumber => Math.floor((instant + offsetAt(instant)) / DAY_MS);

  return {
    timeZone,
    offsetAt,
    dayOfInstant: dayOf,
    weekOfInstant: (instant) => weekOfDay(dayOf(instant)),
    startOfDay: startOf,
    endOfDay: (day) => startOf(day + 1) - 1,
    instantOfLocal: (day, millisecondOfDay) => {
      const local = day * DAY_MS + millisecondOfDay;
      for (const span of spansAround(local)) {
        const at = local - span.offset;
        if (at >= span.at && offsetAt(at) === span.offset) return at;
      }
      /* Skipped by the clock: the offset from before the skip moves it forward by the skip's length. */
      return local - offsetAt(firstAtOrAfter(local) - 1);
    },
  };
}

/** Offset at the block's start and every change inside it, found by probing and halving to the millisecond. */
function findSpans(blockStart: number, readOffset: (instant: number) => number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [{ at: blockStart, offset: readOffset(blockStart) }];
  const blockEnd = blockStart + BLOCK_MS;
  let from = blockStart;
  let before = readOffset(from);
  while (from < blockEnd) {
    const to = Math.min(from + PROBE_MS, blockEnd);
    const after = readOffset(to);
    if (after !== before && to < blockEnd + 1) {
      let low = from;
      let high = to;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (readOffset(middle) === before) low = middle;
        else high = middle;
      }
      spans.push({ at: high, offset: after });
    }
    from = to;
    before = after;
  }
  return spans;
}

function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const fields: Record<string, number> = {};
    for (const part of format.formatToParts(instant)) fields[part.type] = Number(part.value);
    const local = Date.UTC(
      fields.year ?? 0,
      (fields.month ?? 1) - 1,
      fields.day ?? 1,
      fields.hour ?? 0,
      fields.minute ?? 0,
      fields.second ?? 0,
    );
    /* The parts carry whole seconds; offsets are whole seconds too. */
    return local - Math.floor(instant / 1000) * 1000;
  };
}
