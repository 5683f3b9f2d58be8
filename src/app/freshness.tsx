import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../api/connection.ts';
import { catalogueQuery, healthQuery } from '../api/queries.ts';
import { cx } from '../ui/cx.ts';
import { FreshnessRing } from '../ui/freshness-ring.tsx';
import { useClock } from './clock.ts';
import { freshnessOf } from './freshness-words.ts';
import styles from './freshness.module.css';

/** The clocks of the bar: how far the data goes and whether it may still move, and when the service was last heard. */
export function Freshness() {
  const { data: health } = useQuery(healthQuery());
  const { data: catalogue } = useQuery(catalogueQuery());
  const connection = useConnection();
  const clock = useClock();
  const lost = connection.kind === 'disconnected';
  const heardAt = connection.kind === 'waiting' ? null : connection.heardAt;
  const data = health === undefined || catalogue === undefined ? null : freshnessOf(health, catalogue.organisation);
  return (
    <>
      <FreshnessRing state={lost ? 'lost' : 'heard'} share={heardAt === null ? 0 : 0.7} />
      {data === null ? null : (
        <span>
          Data to <b>{data.to}</b>, {data.certainty}
        </span>
      )}
      {heardAt === null ? null : (
        <span>
          {lost ? 'Not heard since' : 'Heard'} <b>{clock(heardAt)}</b>
        </span>
      )}
    </>
  );
}

/** The same clocks as a line of the page: a phone's bar has no room for them. */
export function FreshnessLine({ place }: { readonly place: 'head' | 'notices' }) {
  return (
    <p className={cx(styles.line, place === 'notices' ? styles.inNotices : null)}>
      <Freshness />
    </p>
  );
}
