import { Fragment } from 'react';
import { POINT_INSET } from './layout/text-width.ts';
import type { PlacedText } from './layout/placed.ts';
import { INK_COLOURS } from './ink-colours.ts';
import styles from './wall-picture.module.css';

/** A text in its place. The decimal point of a large figure is drawn in, so that it does not fall apart. */
export function DrawnText({ text }: { readonly text: PlacedText }) {
  const { words, x, y, size, weight, ink, figures, spacing, anchor, role } = text;
  return (
    <text
      x={rounded(x)}
      y={rounded(y)}
      fontSize={size}
      fontWeight={weight}
      fill={INK_COLOURS[ink]}
      textAnchor={anchor}
      letterSpacing={spacing === 0 ? undefined : `${spacing}em`}
      className={figures === 'tabular' ? styles.tabular : undefined}
      xmlSpace="preserve"
      data-role={role}
    >
      {role === 'hero' ? drawnIn(words) : words}
    </text>
  );
}

function drawnIn(words: string) {
  return words
    .split(/(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)/u)
    .map((piece, index) => (
      <Fragment key={index}>{index === 0 ? piece : <tspan dx={`${-POINT_INSET}em`}>{piece}</tspan>}</Fragment>
    ));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
