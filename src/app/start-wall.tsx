import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { WallBoundary } from '../features/wall/wall-boundary.tsx';
import { browserFiles } from '../features/wall/wall-files.ts';
import { notesKeeper, readNotes, writeNotes } from '../features/wall/wall-notes.ts';
import { renewAfterFailure } from '../features/wall/wall-renewal.ts';

/**
 * Shows the wall in place of everything else: no shell, no session, no figures of pages. The wall is a chunk of its own;
 * where that does not arrive, or the wall fails as a whole, the page loads itself anew after a while.
 */
export async function startWallPage(root: Root): Promise<void> {
  const page = document.documentElement;
  page.dataset['theme'] = 'dark';
  page.dataset['surface'] = 'wall';
  document.title = 'Wall · Kept';
  const files = browserFiles();
  const renew = (): void => {
    const notes = notesKeeper({ read: () => readNotes(), write: (notes) => writeNotes(notes) });
    renewAfterFailure({ files, reading: () => ({ wall: Date.now(), steady: performance.now() }) }, notes);
  };
  // Read from afar, whatever the screen: nothing of the wall is there to size it.
  const failed = (
    <p style={{ margin: '4vw', fontSize: '4vw' }}>This wall could not be drawn. It loads itself anew in a while.</p>
  );
  try {
    const { WallScreen } = await import('../features/wall/wall-screen.tsx');
    root.render(
      <StrictMode>
        <WallBoundary onError={renew} instead={failed}>
          <WallScreen />
        </WallBoundary>
      </StrictMode>,
    );
  } catch {
    root.render(failed);
    renew();
  }
}
