import { startWall, type Wall, type WallKey } from './wall-engine.ts';
import { listenToMachine } from './wall-events.ts';
import type { WallView } from './wall-view.ts';
import type { WallWorld } from './wall-world.ts';

export type LazyWall = {
  readonly view: () => WallView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly press: (key: WallKey) => void;
  readonly broken: (key: string, error: unknown) => void;
  readonly failed: (where: string, error: unknown) => void;
};

const OPENING: WallView = { kind: 'opening' };

/** A wall that runs while somebody looks at it: React may render a component twice, and mount it twice, before it stays. */
export function lazyWall(world: () => WallWorld): LazyWall {
  let running: { readonly wall: Wall; readonly stop: () => void } | null = null;
  let watchers = 0;
  return {
    view: () => running?.wall.view() ?? OPENING,
    subscribe: (listener) => {
      watchers += 1;
      if (running === null) {
        const wall = startWall(world());
        const stopListening = listenToMachine(wall);
        running = {
          wall,
          stop: () => {
            stopListening();
            wall.stop();
          },
        };
      }
      const unsubscribe = running.wall.subscribe(listener);
      return () => {
        unsubscribe();
        watchers -= 1;
        if (watchers > 0) return;
        running?.stop();
        running = null;
      };
    },
    press: (key) => running?.wall.press(key),
    broken: (key, error) => running?.wall.broken(key, error),
    failed: (where, error) => running?.wall.failed(where, error),
  };
}
