import type { SqlSettings } from '../indicators/base.ts';
import type { FigureSettings } from '../records/types.ts';

/** Decimal digits of a currency's minor unit: 2 for EUR, 0 for JPY (ISO 4217, by way of Intl). */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The settings as the whole numbers that the SQL of the indicators uses. */
export const sqlSettings = (settings: FigureSettings): SqlSettings => ({
  rightFirstTimeDays: Math.round(settings.rightFirstTimeDays),
  priceLimitPer10000: 10_000 + Math.round(settings.priceTolerancePercent * 100),
  labourPer1000Minutes: Math.round((settings.labourRatePerHour * 10 ** minorDigits(settings.currency) * 1000) / 60),
});
