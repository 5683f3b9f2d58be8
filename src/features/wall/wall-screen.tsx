import { useState, useSyncExternalStore } from 'react';
import { useKeys } from '../../state/keys.ts';
import { browserWorld } from './browser-world.ts';
import { lazyWall } from './lazy-wall.ts';
import { NothingYetPicture } from './nothing-yet-picture.tsx';
import { PairingPicture } from './pairing-picture.tsx';
import { StatusAnnouncer } from './status-announcer.tsx';
import { WallBoundary } from './wall-boundary.tsx';
import { WallPicture } from './wall-picture.tsx';
import type { WallView } from './wall-view.ts';
import type { WallWorld } from './wall-world.ts';
import styles from './wall-screen.module.css';

/** The wall: one picture on the whole screen, and its keys. Nothing of it is clicked. */
export function WallScreen({ world = browserWorld }: { readonly world?: () => WallWorld }) {
  const [wall] = useState(() => lazyWall(world));
  const view = useSyncExternalStore(wall.subscribe, wall.view);
  useKeys({
    ' ': () => wall.press('rotation'),
    p: () => wall.press('rotation'),
    P: () => wall.press('rotation'),
    ArrowRight: () => wall.press('next'),
    ArrowLeft: () => wall.press('previous'),
    c: () => wall.press('calibration'),
    C: () => wall.press('calibration'),
    '?': () => wall.press('keys'),
  });
  return (
    <main className={styles.screen} data-view={view.kind}>
      {view.kind === 'opening' ? null : (
        <div
          className={styles.picture}
          style={{ opacity: view.light, transform: `translate(${view.shift.x}px, ${view.shift.y}px)` }}
        >
          <Picture view={view} broken={wall.broken} failed={wall.failed} />
        </div>
      )}
    </main>
  );
}

type PictureProps = {
  readonly view: Exclude<WallView, { readonly kind: 'opening' }>;
  readonly broken: (key: string, error: unknown) => void;
  readonly failed: (where: string, error: unknown) => void;
};

function Picture({ view, broken, failed }: PictureProps) {
  switch (view.kind) {
    case 'pairing':
      return (
        <PairingPicture
          canvas={view.canvas}
          code={view.code}
          expiresWords={view.expires}
          address={view.address}
          notices={view.notices}
        />
      );
    case 'nothing':
      return <NothingYetPicture canvas={view.canvas} frame={view.frame} words={view.words} />;
    case 'page':
      return (
        <>
          {/* By its key, so that the page after a broken one is drawn, and by its figures, so that new ones are tried. */}
          <WallBoundary
            key={`${view.page.key} ${view.input.board.health.dataVersion}`}
            onError={(error) => broken(view.page.key, error)}
            instead={null}
          >
            <WallPicture input={view.input} page={view.page} frame={view.frame} />
          </WallBoundary>
          {/* Without a key: it knows the figures before these. */}
          <WallBoundary onError={(error) => failed('Announcement', error)} instead={null}>
            <StatusAnnouncer input={view.input} />
          </WallBoundary>
        </>
      );
  }
}
