import type { Indicator, IndicatorGroup } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { sundayOf } from '../../domain/week.ts';
import { kindWords } from '../../domain/words.ts';
import { formulaWords } from '../../reading/calculation-facts.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { restatedWeeks } from '../../reading/restatements.ts';

export type AboutFact = { readonly name: string; readonly words: string };

/** Weeks over which restatements are counted. */
const LOOK_BACK = 26;

const GROUPS: Readonly<Record<IndicatorGroup, string | null>> = {
  quality: 'Quality',
  quantity: 'Quantity',
  opportunity: 'Opportunity',
  price: 'Price',
  headline: null,
  retention: 'Retention',
  claims: 'Claims',
  feedback: 'Feedback',
  context: 'Context',
  staff: 'Staff',
  part: null,
};

/** Where the indicator belongs, as the crumb over its name says; null where it stands on its own. */
export function groupWords(indicator: Indicator): string | null {
  return GROUPS[indicator.group];
}

/** Where the figure comes from, how it is made, when it counts, and by what it is judged. */
export function aboutFacts(card: Scorecard, reading: Reading, formats: Formats): readonly AboutFact[] {
  const { indicator } = reading;
  const owner = reading.kind === 'read' ? (reading.measure.target?.owner ?? null) : null;
  const facts: AboutFact[] = [
    ...(owner === null ? [] : [{ name: 'Owner', words: owner }]),
    { name: 'Formula', words: formulaWords(indicator) },
  ];
  const kinds = indicator.origin === 'own' ? 'Observations sent as sums' : kindWords(indicator.needs);
  if (kinds !== '') facts.push({ name: 'Source', words: `${kinds.charAt(0).toUpperCase()}${kinds.slice(1)}` });
  facts.push({ name: 'Final', words: finalWords(card, reading, formats) });
  if (reading.kind === 'failed') return facts;
  const newest = reading.measure.analysis.segments.at(-1);
  facts.push({
    name: 'Limits',
    words:
      newest === undefined
        ? 'None yet: too few neighbouring weeks with a figure'
        : `${newest.method === 'xmr' ? 'Individuals chart' : 'p′ chart, as the number of cases varies more than twofold'}, ${newest.baselinePoints} weeks to ${formats.dayAndYear(sundayOf(newest.baselineTo))}${newest.trial ? ', a first guess' : ''}`,
  });
  return facts;
}

/** "14 days after Sunday; restated 1 time in 26 weeks". */
function finalWords(card: Scorecard, reading: Reading, formats: Formats): string {
  const { lagDays } = reading.indicator;
  const counts = lagDays === 0 ? '' : `Counts ${lagDays} days after Sunday, as its outcome needs them. `;
  const final = `Final ${7 + lagDays} days after Sunday`;
  if (reading.kind === 'failed') return counts + final;
  const restated = restatedWeeks(card, reading, [], formats).filter(({ week }) => week > card.week - LOOK_BACK).length;
  const times = restated === 1 ? '1 time' : `${restated} times`;
  return `${counts}${final}; restated ${times} in ${LOOK_BACK} weeks`;
}
