import { ChartBody } from './chart-body.tsx';
import type { ChartFrameProps, ChartState } from './chart-state.ts';
import { Framed } from './framed.tsx';
import { trendCsv } from './trend-csv.ts';
import type { TrendModel } from './trend-model.ts';

function modelOf(state: ChartState): TrendModel | null {
  return state.kind === 'data' || state.kind === 'too-little' ? state.model : null;
}

/**
 * The frame around every trend: title, computed sentence, picture or table, CSV. The states are a union and each is
 * written out in `ChartBody`; none changes the height. T switches to the table while the focus is inside.
 */
export function ChartFrame({
  title,
  headingLevel = 2,
  state,
  variant,
  locale,
  head = null,
  under = null,
  sentence = 'for-readers',
  onChoose,
}: ChartFrameProps) {
  const model = modelOf(state);
  return (
    <Framed
      title={title}
      headingLevel={headingLevel}
      csv={model === null ? null : { name: `${model.indicator}.csv`, text: () => trendCsv(model) }}
      busy={state.kind === 'loading'}
      sentence={sentence === 'shown' && model !== null ? model.sentence : null}
      head={head}
      under={under}
    >
      {(view) => <ChartBody state={state} variant={variant} locale={locale} view={view} onChoose={onChoose} />}
    </Framed>
  );
}
