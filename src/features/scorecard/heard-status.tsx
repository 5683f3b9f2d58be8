import { StatusChip } from '../../ui/status-chip.tsx';
import { useHearing } from './hearing.ts';
import type { TileModel } from './tile-model.ts';
import styles from './tile.module.css';

/** A status as it may be shown now: hollow while the service is not heard, without its colour once that is long. */
export function HeardStatus({ status }: { readonly status: TileModel['status'] }) {
  const hearing = useHearing();
  const judged = status.shape === 'on' || status.shape === 'watch' || status.shape === 'act';
  if (hearing.kind === 'heard' || !judged) {
    return <StatusChip status={status.shape} word={status.word} freshness={status.look === 'hollow' ? 'stale' : 'fresh'} />;
  }
  return (
    <StatusChip
      status={status.shape}
      word={status.look === 'hollow' ? status.word : `${status.word} at ${hearing.since}`}
      freshness="stale"
      className={hearing.colours === 'withdrawn' ? styles.withdrawn : undefined}
    />
  );
}
