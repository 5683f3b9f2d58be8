import { useMemo } from 'react';
import { SixTwelveChart, SixTwelvePicture, type SixTwelveView } from '../charts/six-twelve-chart.tsx';
import type { Formats } from '../domain/format.ts';
import type { Reading, Scorecard } from '../reading/read-scorecard.ts';
import { sixTwelveModel } from '../reading/six-twelve-model.ts';
import styles from './six-twelve.module.css';

type Props = { readonly card: Scorecard; readonly reading: Reading; readonly formats: Formats };

/**
 * The trailing six weeks and twelve months of a measure. With `width` (px) it is drawn for print: fixed in size, without
 * controls. `view` and `onView` let a page decide between picture and table; without them the chart does (T).
 */
export function SixTwelve({
  card,
  reading,
  formats,
  width,
  view,
  onView,
}: Props & {
  readonly width?: number;
  readonly view?: SixTwelveView;
  readonly onView?: (view: SixTwelveView) => void;
}) {
  const model = useModel(card, reading, formats);
  if (typeof model === 'string') return <p className={styles.none}>{model}</p>;
  if (width !== undefined) return <SixTwelvePicture model={model} width={width} />;
  return (
    <SixTwelveChart
      model={model}
      {...(view === undefined ? {} : { view })}
      {...(onView === undefined ? {} : { onView })}
    />
  );
}

/** The model, or why there is nothing to draw. */
function useModel(card: Scorecard, reading: Reading, formats: Formats) {
  return useMemo(() => {
    if (reading.kind === 'failed') return `${reading.message} Reference ${reading.reference}.`;
    const model = sixTwelveModel(card, reading, formats);
    const drawn = [...model.weeks, ...model.months].some(({ figure }) => figure.kind !== 'none');
    return drawn ? model : 'No week or month with a figure in the last twelve months.';
  }, [card, reading, formats]);
}
