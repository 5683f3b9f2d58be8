import type { Team } from '../../contract/teams.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { GoalsView } from '../../state/view.ts';
import { aheadOf } from './forecasts.ts';
import { CausesSections } from './causes-sections.tsx';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import type { GoalsModel } from './goals-model.ts';
import styles from './goals.module.css';
import { RouteSection } from './route-section.tsx';

type Props = {
  readonly model: GoalsModel;
  readonly view: GoalsView;
  readonly teams: readonly Team[];
  /** Whose goals they are. */
  readonly name: string;
  readonly focus: GoalRow;
  readonly onOpen: (open: GoalDialogOpen) => void;
};

/** The goal in focus: its route, and what stands in its way. */
export function FocusSections({ model, view, name, focus, onOpen }: Props) {
  return (
    <div className={styles.columns}>
      <RouteSection model={model} view={view} name={name} row={focus} ahead={aheadOf(model, focus)} onOpen={onOpen} />
      <CausesSections model={model} row={focus} />
    </div>
  );
}
