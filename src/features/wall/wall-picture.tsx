import type { WallFrame } from './wall-frame.ts';
import type { PagesInput, WallPage } from './wall-page.ts';

export function WallPicture({
  page,
  frame,
}: {
  readonly input: PagesInput;
  readonly page: WallPage;
  readonly frame: WallFrame;
}) {
  return (
    <p>
      {page.key} {frame.clock} {frame.heardAt} {frame.hearing} {frame.colours} {frame.rotation}{' '}
      {frame.notices.join(' · ')}
    </p>
  );
}
