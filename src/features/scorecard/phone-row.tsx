import { FigureLink } from './figure-link.tsx';
import { HeardStatus } from '../../parts/heard-status.tsx';
import styles from './phone-row.module.css';
import type { TileModel } from '../../reading/tile-model.ts';
import { LineText, TileValue } from '../../parts/tile-value.tsx';

/** An indicator in one line where it is on target, in two where it is to be watched. */
export function PhoneRow({ tile }: { readonly tile: TileModel }) {
  const name = (
    <FigureLink className={styles.name} open={{ kind: 'figure', indicator: tile.id }}>
      {tile.name}
    </FigureLink>
  );
  if (tile.urgency === 'one-line') {
    return (
      <article className={styles.one} aria-label={tile.name}>
        <h3>{name}</h3>
        <HeardStatus status={tile.status} />
        <b className={styles.value}>
          <TileValue tile={tile} />
        </b>
      </article>
    );
  }
  return (
    <article className={styles.two} aria-label={tile.name}>
      <h3>{name}</h3>
      <b className={styles.value}>
        <TileValue tile={tile} />
      </b>
      <p className={styles.gap}>
        <HeardStatus status={tile.status} />
        <span>
          <LineText line={tile.gap} />
        </span>
      </p>
      <p className={styles.change}>{tile.shortChange}</p>
    </article>
  );
}
