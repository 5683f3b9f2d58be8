import { changeScorecard } from '../../state/use-view.ts';
import type { Opened } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FigureCalculation } from './figure-calculation.tsx';
import { GradeCalculation } from './grade-calculation.tsx';
import { dimensionName } from '../../reading/grades.ts';
import type { ScorecardModel } from './view-model.ts';

type Props = { readonly open: Opened; readonly model: ScorecardModel; readonly teams: readonly string[] };

/** How the figure that was pressed came about. Its address is that of the view with the figure open. */
export function CalculationDialog({ open, model, teams }: Props) {
  const { card, formats } = model;
  const close = (): void => changeScorecard((view) => ({ ...view, open: null }));
  if (open.kind === 'grade') {
    return (
      <Dialog title={`${dimensionName(open.dimension)}: how the grade is calculated`} onClose={close}>
        <GradeCalculation card={card} dimension={open.dimension} formats={formats} />
      </Dialog>
    );
  }
  const indicator = card.indicators.get(open.indicator);
  const reading = card.reading(open.indicator);
  return (
    <Dialog title={`${indicator?.name ?? open.indicator}: how it is calculated`} size="wide" onClose={close}>
      {indicator === undefined || reading === null ? (
        <p>Kept has no figure of that name in this view. The address may be an old one.</p>
      ) : (
        <FigureCalculation card={card} reading={reading} formats={formats} teams={teams} />
      )}
    </Dialog>
  );
}
