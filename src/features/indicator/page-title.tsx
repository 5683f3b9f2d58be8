import { Link } from 'wouter';
import { computedById } from '../../domain/catalogue-computed.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { addressOf } from '../../state/address.ts';
import { SCORECARD, scopedOf, type IndicatorView } from '../../state/view.ts';
import { groupWords } from './about-model.ts';
import styles from './indicator.module.css';

type Props = {
  readonly view: IndicatorView;
  /** null while it is not known: its name travels with the page, or its id stands for it. */
  readonly indicator: Indicator | null;
};

/** "Scorecard / Opportunity / On time". */
export function PageTitle({ view, indicator }: Props) {
  const known = indicator ?? computedById(view.indicator) ?? null;
  const group = known === null ? null : groupWords(known);
  return (
    <>
      <span className={styles.crumb}>
        <Link href={addressOf({ ...SCORECARD, ...scopedOf(view) })}>Scorecard</Link> /{' '}
        {group === null ? null : <>{group} / </>}
      </span>
      {known?.name ?? view.indicator}
    </>
  );
}
