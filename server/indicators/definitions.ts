import { activeCustomers } from './active-customers.ts';
import { answeredInPromise } from './answered-in-promise.ts';
import { attentionGap } from './attention-gap.ts';
import { brokenDefective } from './broken-defective.ts';
import { brokenLate } from './broken-late.ts';
import { brokenPrice } from './broken-price.ts';
import { brokenSeveral } from './broken-several.ts';
import { brokenShort } from './broken-short.ts';
import { chases } from './chases.ts';
import { claimsOpened } from './claims-opened.ts';
import { claimsPer1000 } from './claims-per-1000.ts';
import { claimsWithCause } from './claims-with-cause.ts';
import { costOfPoorService } from './cost-of-poor-service.ts';
import { inFull } from './in-full.ts';
import { onTime } from './on-time.ts';
import { openClaims } from './open-claims.ts';
import { ordersDue } from './orders-due.ts';
import { priceAsPromised } from './price-as-promised.ts';
import { priceRealisation } from './price-realisation.ts';
import { promiseKept } from './promise-kept.ts';
import { repeatedClaims } from './repeated-claims.ts';
import { resolvedInPromise } from './resolved-in-promise.ts';
import { retention12Month } from './retention-12-month.ts';
import { retention12Week } from './retention-12-week.ts';
import { rightFirstTime } from './right-first-time.ts';
import { serviceGrade } from './service-grade.ts';
import { serviceGradeDelight } from './service-grade-delight.ts';
import { serviceGradeFail } from './service-grade-fail.ts';
import { serviceGradePass } from './service-grade-pass.ts';
import { silentCustomers } from './silent-customers.ts';
import { voiceRatio } from './voice-ratio.ts';
import type { IndicatorDefinition, StoredAs } from './definition.ts';

/** Every indicator that Kept computes from records; a test holds the list against `src/domain/catalogue.ts`. */
export const DEFINITIONS: readonly IndicatorDefinition[] = [
  promiseKept,
  brokenLate,
  brokenShort,
  brokenDefective,
  brokenPrice,
  brokenSeveral,
  ordersDue,
  onTime,
  inFull,
  rightFirstTime,
  priceAsPromised,
  priceRealisation,
  costOfPoorService,
  claimsOpened,
  claimsWithCause,
  claimsPer1000,
  answeredInPromise,
  resolvedInPromise,
  openClaims,
  chases,
  repeatedClaims,
  serviceGrade,
  serviceGradePass,
  serviceGradeFail,
  serviceGradeDelight,
  attentionGap,
  voiceRatio,
  silentCustomers,
  activeCustomers,
  retention12Week,
  retention12Month,
];

const byId: ReadonlyMap<string, IndicatorDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.id, definition]),
);

/** The definition of a computed indicator; undefined for planned, own and unknown ids. */
export const definitionOf = (id: string): IndicatorDefinition | undefined => byId.get(id);

/**
 * How the observations of an indicator are stored: for `flows` the reader takes the running total of numerators and
 * denominators from the first week. An organisation's own indicators are stored as `sums`.
 */
export const storedAs = (id: string): StoredAs => byId.get(id)?.stored ?? 'sums';
