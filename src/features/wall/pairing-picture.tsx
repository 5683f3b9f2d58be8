import { useMemo } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { sizesOf } from './layout/sizes.ts';
import { pairingDrawing, pairingSentence, PAIRING_TITLE } from './pairing-layout.ts';
import { PictureSurface } from './picture-surface.tsx';
import type { Canvas } from './wall-frame.ts';

type Props = {
  readonly canvas: Canvas;
  readonly code: string;
  /** Until when the code holds. */
  readonly expiresWords: string;
  /** Where to type it. */
  readonly address: string;
  readonly notices: readonly string[];
};

/** The code of a screen that nobody has approved yet. A new code is said politely. */
export function PairingPicture({ canvas, code, expiresWords, address, notices }: Props) {
  const said = JSON.stringify(notices);
  const drawing = useMemo(
    () =>
      pairingDrawing(
        { sizes: sizesOf(canvas), colours: 'shown' },
        { code, address, expiresWords, notices: JSON.parse(said) as readonly string[] },
      ),
    [canvas, code, address, expiresWords, said],
  );
  return (
    <>
      <PictureSurface
        canvas={canvas}
        drawing={drawing}
        heading={PAIRING_TITLE}
        sentences={[pairingSentence(address), expiresWords, ...notices]}
      />
      <VisuallyHidden as="div">
        <p role="status" aria-live="polite">
          {/* Letter by letter: a screen reader would make a word of it. */}
          {`Code ${Array.from(code).join(' ')}`}
        </p>
      </VisuallyHidden>
    </>
  );
}
