import type { Better, Indicator } from './catalogue-types.ts';
import { dateFormats, type DateFormats } from './format-dates.ts';
import type { Change } from './measure-types.ts';

/** U+00A0: unit and number stay on one line. */
const NO_BREAK = '\u00a0';
/** U+2212, as wide as a plus sign. */
const MINUS = '\u2212';

type Shown = Pick<Indicator, 'unit' | 'decimals' | 'signed' | 'suffix'>;

/** A figure in two parts, as a tile sets its unit smaller. `unit` carries its own leading space. */
export type FigureParts = { readonly number: string; readonly unit: string };

/**
 * Text of numbers and dates in one locale, such as `en-GB`: by `Intl` alone, whose objects are made once.
 * Percentages read `96.1 %` with a no-break space, minus is a true minus, and nothing ever reads "−0.0".
 */
export type Formats = DateFormats & {
  readonly locale: string;
  /** `96.1 %`, `7.4/10`, `+0.9`, `18.2`, `0.42`, `12,480`. */
  readonly figure: (indicator: Shown, value: number) => string;
  readonly figureParts: (indicator: Shown, value: number) => FigureParts;
  /** With its sign, in the unit of a difference: `−2.4 pp`, `+0.1`, `+135`, `±0.0 pp`. Also the gap to a target. */
  readonly difference: (indicator: Shown, difference: number) => string;
  /** `+0.2 pp`, `+0.3 %` for counts; an empty text where no change is given. */
  readonly change: (indicator: Shown, change: Change) => string;
  /** `at least 95 %`, `at most 10 %`; `95 %` where there is no direction. */
  readonly target: (indicator: Shown & { readonly better: Better }, value: number) => string;
  /** Grouped whole number: `3,214`. */
  readonly count: (value: number) => string;
  /** `decimals` fixed, grouped, true minus. */
  readonly number: (value: number, decimals: number) => string;
  /** A percentage 0..100: `8.6 %`. */
  readonly percent: (value: number, decimals: number) => string;
  /** Minor units of a currency: 123456 EUR reads `€1,234.56`. */
  readonly money: (minorUnits: number, currency: string) => string;
};

const made = new Map<string, Formats>();

/** Formats of a BCP 47 locale, made once per locale. Throws RangeError where the tag is malformed. */
export function formats(locale: string): Formats {
  let found = made.get(locale);
  if (!found) {
    found = makeFormats(locale);
    made.set(locale, found);
  }
  return found;
}

function makeFormats(locale: string): Formats {
  const numberFormats = new Map<string, { readonly format: Intl.NumberFormat; readonly zero: string }>();
  const numberFormat = (least: number, most: number) => {
    const key = `${least}-${most}`;
    let entry = numberFormats.get(key);
    if (!entry) {
      const format = new Intl.NumberFormat(locale, {
        useGrouping: 'always',
        minimumFractionDigits: least,
        maximumFractionDigits: most,
      });
      entry = { format, zero: format.format(0) };
      numberFormats.set(key, entry);
    }
    return entry;
  };
  /** The sign is set by what the digits say, so a value that rounds to zero has none. */
  const text = (value: number, least: number, most: number, signed: boolean): string => {
    const { format, zero } = numberFormat(least, most);
    const digits = format.format(Math.abs(value));
    if (digits === zero) return signed ? `±${digits}` : digits;
    if (value < 0) return MINUS + digits;
    return signed ? `+${digits}` : digits;
  };
  const number = (value: number, decimals: number) => text(value, decimals, decimals, false);
  const percent = (value: number, decimals: number) => `${number(value, decimals)}${NO_BREAK}%`;
  const figureParts = (indicator: Shown, value: number): FigureParts => ({
    number: text(value, indicator.decimals, indicator.decimals, indicator.signed),
    unit: indicator.unit === 'percent' ? `${NO_BREAK}%` : indicator.suffix,
  });
  const figure = (indicator: Shown, value: number) => {
    const parts = figureParts(indicator, value);
    return parts.number + parts.unit;
  };
  const difference = (indicator: Shown, value: number) => {
    const digits = text(value, indicator.decimals, indicator.decimals, true);
    return indicator.unit === 'percent' ? `${digits}${NO_BREAK}pp` : digits;
  };
  const money = new Map<string, { readonly format: Intl.NumberFormat; readonly minor: number }>();

  return {
    locale,
    ...dateFormats(locale),
    number,
    percent,
    figure,
    figureParts,
    difference,
    count: (value) => number(value, 0),
    change: (indicator, change) => {
      if (change.kind === 'not-given') return '';
      return change.unit === 'percent'
        ? `${text(change.difference, 1, 1, true)}${NO_BREAK}%`
        : difference(indicator, change.difference);
    },
    target: (indicator, value) => {
      /* A percentage drops an empty decimal (95 %); points and rates keep theirs (16.0), as their figures do. */
      const least = indicator.unit === 'percent' ? 0 : indicator.decimals;
      const digits = text(value, least, Math.max(least, indicator.decimals), indicator.signed);
      const unit = indicator.unit === 'percent' ? `${NO_BREAK}%` : '';
      const words = indicator.better === 'none' ? '' : indicator.better === 'higher' ? 'at least ' : 'at most ';
      return words + digits + unit;
    },
    money: (minorUnits, currency) => {
      let entry = money.get(currency);
      if (!entry) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency, useGrouping: 'always' });
        entry = { format, minor: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
        money.set(currency, entry);
      }
      const digits = entry.format.format(Math.abs(minorUnits) / entry.minor);
      return minorUnits < 0 ? MINUS + digits : digits;
    },
  };
}
