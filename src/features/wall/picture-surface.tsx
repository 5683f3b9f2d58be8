import { memo, type ReactNode } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { DrawnShape } from './drawn-shape.tsx';
import { DrawnText } from './drawn-text.tsx';
import type { Drawing } from './layout/placed.ts';
import type { Canvas } from './wall-frame.ts';
import styles from './wall-picture.module.css';

type Props = {
  readonly canvas: Canvas;
  readonly drawing: Drawing;
  /** What whoever hears the screen gets in place of the drawing. */
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Drawn over the picture: what moves by itself. */
  readonly children?: ReactNode;
};

/** One whole picture: a drawing for eyes, and heading and sentences for screen readers. Wall pictures are always dark. */
export function PictureSurface({ canvas, drawing, heading, sentences, children }: Props) {
  const { width, height } = canvas;
  return (
    <div className={styles.wall} data-theme="dark" data-surface="wall">
      <VisuallyHidden as="div">
        <h1>{heading}</h1>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </VisuallyHidden>
      <svg
        className={styles.picture}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        <Drawn drawing={drawing} />
        {children}
      </svg>
    </div>
  );
}

/** The still part: drawn anew only where the layout is another one, not with every tick of the heartbeat. */
const Drawn = memo(function Drawn({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      {drawing.shapes.map((shape, index) => (
        <DrawnShape key={index} shape={shape} />
      ))}
      {drawing.texts.map((text, index) => (
        <DrawnText key={index} text={text} />
      ))}
    </>
  );
});
