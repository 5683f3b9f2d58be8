import { memo } from 'react';
import type { Team } from '../../contract/teams.ts';
import type { GoalAhead } from '../../reading/goal-ahead.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { Screen } from '../../state/screen.ts';
import type { GoalsView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { ActionsSection } from './actions-section.tsx';
import { CausesSections } from './causes-sections.tsx';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import type { GoalsModel } from './goals-model.ts';
import styles from './goals.module.css';
import { ImprovementsSection } from './improvements-section.tsx';
import { RouteSection } from './route-section.tsx';

type Props = {
  readonly model: GoalsModel;
  readonly view: GoalsView;
  readonly teams: readonly Team[];
  /** Whose goals they are. */
  readonly name: string;
  readonly focus: GoalRow | null;
  /** Of the goal in focus; null while it is simulated. */
  readonly ahead: GoalAhead | null;
  readonly screen: Screen;
  readonly onOpen: (open: GoalDialogOpen) => void;
  /** null: this person may not add one here. */
  readonly onAction: (() => void) | null;
};

/**
 * Below the goals: the route of the one in focus, what stands in its way, and what is done about it. Drawn again for another
 * goal or its own forecast alone, not for those of the other rows.
 */
export const Sections = memo(function Sections(props: Props) {
  const { model, view, teams, name, focus, ahead, screen, onOpen, onAction } = props;
  const { team, card, formats } = model;
  return (
    <>
      {focus === null ? null : (
        <div className={styles.columns}>
          <RouteSection model={model} view={view} name={name} row={focus} ahead={ahead} onOpen={onOpen} />
          <CausesSections model={model} row={focus} />
        </div>
      )}
      <ActionsSection
        model={model}
        name={name}
        // The head of a phone has no room for it.
        add={screen === 'phone' && onAction !== null ? <Button onClick={onAction}>Add an action</Button> : null}
      />
      <ImprovementsSection
        team={team}
        teams={teams}
        card={card}
        indicator={focus?.goal.indicator ?? null}
        formats={formats}
      />
    </>
  );
});
