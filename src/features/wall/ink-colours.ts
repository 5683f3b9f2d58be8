import type { Ink } from './layout/parts.ts';

/** The token of each colour. */
export const INK_COLOURS: Readonly<Record<Ink, string>> = {
  ink: 'var(--ink)',
  'ink-2': 'var(--ink-2)',
  'ink-3': 'var(--ink-3)',
  bg: 'var(--bg)',
  surface: 'var(--surface)',
  rule: 'var(--rule-head-color)',
  band: 'var(--chart-band)',
  'band-edge': 'var(--wall-band-edge)',
  bar: 'var(--chart-bar)',
  'bar-soft': 'var(--chart-bar-soft)',
  doubt: 'var(--wall-doubt)',
  on: 'var(--status-on)',
  watch: 'var(--status-watch)',
  act: 'var(--status-act)',
  none: 'var(--status-none)',
  improving: 'var(--signal-improving)',
  concerning: 'var(--signal-concerning)',
  neutral: 'var(--signal-neutral)',
};
