import { startTransition, useEffect, useState, type ComponentType } from 'react';
import type { TrendGeometry } from './trend-geometry.ts';

/** A trend to draw, with the words that the drawing carries. */
export type Picture = { readonly geometry: TrendGeometry; readonly title: string; readonly desc: string };
type Drawing = ComponentType<Picture>;

let loaded: Drawing | null = null;
let loading: Promise<Drawing> | null = null;

/** The recharts drawing, loaded once for all charts; a failed load may be tried again. */
function loadRecharts(): Promise<Drawing> {
  loading ??= import('./trend-recharts.tsx').then(
    ({ TrendRecharts }) => {
      loaded = TrendRecharts;
      return TrendRecharts;
    },
    (cause: unknown) => {
      loading = null;
      throw cause;
    },
  );
  return loading;
}

function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run);
    return () => {
      cancelIdleCallback(handle);
    };
  }
  const handle = setTimeout(run, 200);
  return () => {
    clearTimeout(handle);
  };
}

/** What recharts is to show, and with what: the newest picture that it was given time for. */
export type Drawn = { readonly picture: Picture; readonly drawing: Drawing };

/**
 * Decides what recharts shows: the current picture once the page is idle or the chart is being read, until then the one
 * before (hidden, so that a switch of the team neither tears it down nor draws it anew). Null before the first time.
 * A load that fails leaves the plain SVG, which shows and tells the same.
 */
export function useRecharts(picture: Picture, interest: 'none' | 'reading'): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const behind = drawn?.picture !== picture;
  useEffect(() => {
    if (!behind) return;
    let wanted = true;
    const show = (drawing: Drawing) => {
      if (!wanted) return;
      // A transition may be interrupted: drawing with recharts is long, and nobody waits for it.
      startTransition(() => {
        setDrawn({ picture, drawing });
      });
    };
    const swap = () => {
      if (loaded === null) loadRecharts().then(show, () => undefined);
      else show(loaded);
    };
    let cancel: (() => void) | null = null;
    if (interest === 'reading') swap();
    else cancel = whenIdle(swap);
    return () => {
      wanted = false;
      cancel?.();
    };
  }, [picture, interest, behind]);
  return drawn;
}
