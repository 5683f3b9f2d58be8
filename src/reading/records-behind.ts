import type { Indicator, RecordKind } from '../domain/catalogue-types.ts';

/** Record kind of the rows that each figure counts; the service refuses any other. Orders where nothing else is said. */
const KINDS: Readonly<Partial<Record<string, RecordKind>>> = {
  'right-first-time': 'order_lines',
  'in-full': 'order_lines',
  'on-time': 'order_lines',
  'price-realisation': 'order_lines',
  'service-grade': 'evaluations',
  'service-grade-pass': 'evaluations',
  'service-grade-fail': 'evaluations',
  'service-grade-delight': 'evaluations',
  'attention-gap': 'evaluations',
  'voice-ratio': 'evaluations',
  'answered-in-promise': 'claims',
  'resolved-in-promise': 'claims',
  'claims-per-1000': 'claims',
  'claims-opened': 'claims',
  'open-claims': 'claims',
  'repeated-claims': 'claims',
  chases: 'claims',
  'cost-of-poor-service': 'costs',
  'active-customers': 'customers',
  'silent-customers': 'customers',
  'retention-12-week': 'customers',
  'retention-12-month': 'customers',
};

/** Of which records the rows behind a figure are: the sums that were sent, for an organisation's own indicator. */
export function recordsBehind(indicator: Indicator): RecordKind {
  return indicator.origin === 'own' ? 'observations' : (KINDS[indicator.id] ?? 'orders');
}
