import { Link } from 'wouter';
import { HeardStatus } from '../../parts/heard-status.tsx';
import { tileModel, valueText } from '../../reading/tile-model.ts';
import { addressOf } from '../../state/address.ts';
import type { IndicatorView } from '../../state/view.ts';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';

type Props = { readonly model: IndicatorModel; readonly view: IndicatorView };

/** What the number is: formula, source, when it is final, its limits, and what is read beside it so that nobody plays it. */
export function AboutSection({ model, view }: Props) {
  const { card, reading, formats, about } = model;
  const pairs = reading.indicator.pairedWith.flatMap((id) => {
    const pair = card.reading(id);
    return pair === null ? [] : [pair];
  });
  return (
    <section className={styles.region} aria-labelledby="about">
      <h2 id="about" className={styles.heading}>
        About this number
      </h2>
      <dl className={styles.facts}>
        {about.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {pairs.length === 0 ? null : (
        <>
          <h3 className={styles.pairsHead}>Read beside it</h3>
          <ul className={styles.pairs} aria-labelledby="about">
            {pairs.map((pair) => {
              const tile = tileModel(card, pair, formats);
              return (
                <li key={tile.id}>
                  <Link className={styles.link} href={addressOf({ ...view, indicator: tile.id, rows: null })}>
                    {tile.name}
                  </Link>
                  <b>{valueText(tile)}</b>
                  <HeardStatus status={tile.status} words="status" />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
