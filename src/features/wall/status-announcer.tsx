import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { changedStatuses } from '../../reading/changed-statuses.ts';
import { readBoard } from './board-reading.ts';
import type { PagesInput } from './wall-page.ts';
import { wallMeasure } from './wall-measure.ts';

/** Says politely which statuses changed with new data; pages that turn and the heartbeat say nothing by themselves. */
export function StatusAnnouncer({ input }: { readonly input: PagesInput }) {
  const before = useRef<ReadonlyMap<string, string>>(null);
  const [words, setWords] = useState('');
  const { board, now } = input;
  useEffect(() => {
    const statuses = statusesOf({ board, now });
    const changed = before.current === null ? '' : changedStatuses(before.current, statuses);
    before.current = statuses;
    if (changed !== '') setWords(changed);
  }, [board, now]);
  return (
    <VisuallyHidden as="div">
      <p role="status" aria-live="polite">
        {words}
      </p>
    </VisuallyHidden>
  );
}

function statusesOf({ board, now }: Pick<PagesInput, 'board' | 'now'>): ReadonlyMap<string, string> {
  const told = readBoard(board, now);
  return new Map(
    [...told.card.indicators.values()]
      .filter(({ group }) => group !== 'part')
      .flatMap(({ id }) => {
        const measure = wallMeasure(told, id);
        return measure === null ? [] : [[measure.name, measure.status.word] as const];
      }),
  );
}
