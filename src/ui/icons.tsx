import styles from './icons.module.css';

const CHEVRONS = {
  left: { width: 8, height: 12, d: 'M6 1.5 1.8 6 6 10.5' },
  right: { width: 8, height: 12, d: 'M2 1.5 6.2 6 2 10.5' },
  down: { width: 10, height: 8, d: 'M1.5 2 5 5.8 8.5 2' },
} as const;

/** The only icon in the product: a direction. Hidden from readers; the control says its name. */
export function Chevron({ direction }: { readonly direction: keyof typeof CHEVRONS }) {
  const { width, height, d } = CHEVRONS[direction];
  return (
    <svg className={styles.chevron} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
