import { RecordRows } from '../../parts/record-rows.tsx';
import { recordsBehind } from '../../reading/records-behind.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import type { IndicatorView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { changeIndicator } from './change-view.ts';
import type { IndicatorModel } from './page-model.ts';

type Props = {
  readonly model: IndicatorModel;
  readonly view: IndicatorView;
  /** An ISO label. */
  readonly week: string;
};

/** The records that were counted in one week. */
export function RowsDialog({ model, view, week }: Props) {
  const { card, reading, formats } = model;
  const { indicator } = reading;
  const { currency, timeZone } = card.catalogue.organisation;
  const number = parseIsoWeek(week);
  const name = number === null ? week : formats.week(number);
  return (
    <Dialog title={`${indicator.name}, ${name}`} size="wide" onClose={() => changeIndicator({ rows: null })}>
      <RecordRows
        key={week}
        indicator={indicator.id}
        name={indicator.name}
        kind={recordsBehind(indicator)}
        teams={view.teams}
        week={week}
        weekName={number === null ? week : formats.weekName(number)}
        formats={formats}
        currency={currency}
        timeZone={timeZone}
      />
    </Dialog>
  );
}
