import { changeScoped } from '../state/use-view.ts';
import type { Comparison } from '../state/view.ts';
import { SegmentedControl, type SegmentOption } from '../ui/segmented-control.tsx';

const OPTIONS: ReadonlyArray<SegmentOption<Comparison>> = [
  { value: 'previous-week', label: 'Previous week' },
  { value: 'last-year', label: 'Last year' },
];

export function CompareControl({ compare }: { readonly compare: Comparison }) {
  return (
    <SegmentedControl
      label="Compare"
      options={OPTIONS}
      value={compare}
      onChange={(next) => changeScoped(() => ({ compare: next }))}
    />
  );
}
