import type { Line, TileModel } from '../reading/tile-model.ts';
import { useHearing } from './hearing.ts';
import styles from './figure.module.css';

/** The figure with its unit smaller, or the words that stand in its place. */
export function TileValue({ tile }: { readonly tile: TileModel }) {
  const hearing = useHearing();
  const { value } = tile;
  if (value.kind === 'words') return <span className={styles.words}>{value.words}</span>;
  return (
    <span className={value.look === 'old' || hearing.kind === 'lost' ? styles.old : undefined}>
      {value.number}
      {value.unit === '' ? null : <span className={styles.unit}>{value.unit}</span>}
    </span>
  );
}

/** A line of a tile: what stands out, then the rest. */
export function LineText({ line }: { readonly line: Line }) {
  return (
    <>
      {line.strong === '' ? null : <b>{line.strong}</b>}
      {line.text}
    </>
  );
}
