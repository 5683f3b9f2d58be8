import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { changedStatuses } from '../../reading/changed-statuses.ts';
import type { ScorecardModel } from './view-model.ts';

/** Says, politely, which statuses changed while the same view stood on the screen; stays silent when a person changes the view. */
export function StatusAnnouncer({ model, view }: { readonly model: ScorecardModel; readonly view: string }) {
  const before = useRef<{ readonly view: string; readonly statuses: ReadonlyMap<string, string> }>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const statuses = statusesOf(model);
    const last = before.current;
    before.current = { view, statuses };
    if (last?.view !== view) return;
    const changed = changedStatuses(last.statuses, statuses);
    if (changed !== '') setWords(changed);
  }, [model, view]);
  return (
    <VisuallyHidden as="div">
      <p role="status" aria-live="polite">
        {words}
      </p>
    </VisuallyHidden>
  );
}

function statusesOf(model: ScorecardModel): ReadonlyMap<string, string> {
  const tiles = [
    ...(model.headline === null ? [] : [model.headline.tile]),
    ...model.dimensions.flatMap((dimension) => dimension.tiles),
    ...model.panels.map((panel) => panel.tile),
  ];
  return new Map(tiles.map((tile) => [tile.name, tile.status.word]));
}
