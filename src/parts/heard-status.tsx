import { StatusChip } from '../ui/status-chip.tsx';
import { useHearing } from './hearing.ts';
import type { TileModel } from '../reading/tile-model.ts';
import styles from './figure.module.css';

type Props = {
  readonly status: TileModel['status'];
  /** `status`: without the hour at which it was last known, where there is no room for it. */
  readonly words?: 'status-and-hour' | 'status';
};

/** A status as it may be shown now: hollow while the service is not heard, without its colour once that is long. */
export function HeardStatus({ status, words = 'status-and-hour' }: Props) {
  const hearing = useHearing();
  const judged = status.shape === 'on' || status.shape === 'watch' || status.shape === 'act';
  if (hearing.kind === 'heard' || !judged) {
    return (
      <StatusChip status={status.shape} word={status.word} freshness={status.look === 'hollow' ? 'stale' : 'fresh'} />
    );
  }
  return (
    <StatusChip
      status={status.shape}
      word={status.look === 'hollow' || words === 'status' ? status.word : `${status.word} at ${hearing.since}`}
      freshness="stale"
      className={hearing.colours === 'withdrawn' ? styles.withdrawn : undefined}
    />
  );
}
