import type { Canvas } from './wall-frame.ts';

export function PairingPicture({
  code,
  expiresWords,
  address,
  notices,
}: {
  readonly canvas: Canvas;
  readonly code: string;
  readonly expiresWords: string;
  readonly address: string;
  readonly notices: readonly string[];
}) {
  return (
    <p>
      {code} {expiresWords} {address} {notices.join(' · ')}
    </p>
  );
}
