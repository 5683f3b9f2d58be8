import type { ReviewSection } from '../../contract/reviews.ts';
import { REVIEW_SECTIONS } from '../../contract/reviews.ts';
import { useKeys, type KeyBindings } from '../../state/keys.ts';

type Does = {
  readonly step: (by: 1 | -1, at: number) => void;
  readonly section: (section: ReviewSection, at: number) => void;
  readonly table: () => void;
  readonly week: (by: 1 | -1) => void;
  readonly latest: () => void;
};

/** Keys of the review; none of them while somebody types. */
export function useReviewKeys({ step, section, table, week, latest }: Does): void {
  const sections: KeyBindings = Object.fromEntries(
    REVIEW_SECTIONS.map((id, index) => [String(index + 1), ({ timeStamp }: KeyboardEvent) => section(id, timeStamp)]),
  );
  useKeys({
    ...sections,
    j: ({ timeStamp }) => step(1, timeStamp),
    k: ({ timeStamp }) => step(-1, timeStamp),
    n: () => focusOn('minute-note'),
    d: () => focusOn('minute-decision'),
    a: () => focusOn('minute-action'),
    t: table,
    p: () => window.print(),
    ArrowLeft: () => week(-1),
    ArrowRight: () => week(1),
    Home: latest,
  });
}

function focusOn(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}
