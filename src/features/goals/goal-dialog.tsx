import type { Goal } from '../../contract/goals.ts';
import type { IsoWeek } from '../../contract/scalars.ts';
import type { Formats } from '../../domain/format.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EndingForm } from './goal-dialog-ending.tsx';
import { GoalForm } from './goal-form.tsx';
import { GoalHistory } from './goal-history.tsx';

/** What is done with a goal. */
export type GoalDialogOpen =
  | { readonly kind: 'new'; readonly indicator: string | null }
  | { readonly kind: 'change'; readonly goal: Goal }
  | { readonly kind: 'end'; readonly goal: Goal }
  | { readonly kind: 'history'; readonly goal: Goal };

type Props = {
  readonly open: GoalDialogOpen;
  readonly team: string | null;
  readonly card: Scorecard;
  /** All goals, the ended ones too. */
  readonly goals: readonly Goal[];
  readonly earliestFrom: IsoWeek;
  readonly formats: Formats;
  readonly onClose: () => void;
};

/** Sets, changes or ends a goal, or shows every version of it. */
export function GoalDialog({ open, team, card, goals, earliestFrom, formats, onClose }: Props) {
  const indicator = open.kind === 'new' ? open.indicator : open.goal.indicator;
  const name = indicator === null ? null : (card.indicators.get(indicator)?.name ?? indicator);
  const form = { indicator, team, card, goals, earliestFrom, formats, onClose };
  // What was pressed may be drawn a moment later than the newest answer came: the goal as it stands is taken from that.
  const goal = open.kind === 'new' ? null : (goals.find(({ id }) => id === open.goal.id) ?? open.goal);
  return (
    <Dialog title={titleOf(open, name)} onClose={onClose}>
      {open.kind === 'new' || open.kind === 'change' ? <GoalForm {...form} goal={goal} /> : null}
      {open.kind === 'end' && goal !== null ? (
        <EndingForm goal={goal} earliestFrom={earliestFrom} formats={formats} onClose={onClose} />
      ) : null}
      {open.kind === 'history' && goal !== null ? <GoalHistory goal={goal} card={card} formats={formats} /> : null}
    </Dialog>
  );
}

function titleOf(open: GoalDialogOpen, name: string | null): string {
  switch (open.kind) {
    case 'new':
      return name === null ? 'Set a goal' : `Set a goal for ${name}`;
    case 'change':
      return `Change the goal of ${name ?? ''}`;
    case 'end':
      return `End the goal of ${name ?? ''}`;
    case 'history':
      return `Versions of the goal of ${name ?? ''}`;
  }
}
