import { useRef } from 'react';
import { useWidth } from '../../charts/use-width.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { GoalsView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { EndedGoals } from './ended-goals.tsx';
import { aheadOf } from './forecasts.ts';
import { GoalCards } from './goal-cards.tsx';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import { GoalsTable, tableBarWidth } from './goals-table.tsx';
import type { GoalsModel } from './goals-model.ts';
import styles from './goals.module.css';

/** Content of the page at 1440 px. */
const WIDTH = 1376;

type Props = {
  readonly model: GoalsModel;
  readonly view: GoalsView;
  readonly focus: GoalRow;
  /** null: this person may not set one here. */
  readonly onSet: (() => void) | null;
  readonly onOpen: (open: GoalDialogOpen) => void;
};

/** All goals that run: a table where two pictures find room side by side, else a card each with the same information. */
export function GoalsSection({ model, view, focus, onSet, onOpen }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, WIDTH);
  const { list } = model;
  const bar = tableBarWidth(width);
  const rows = list.rows.map((row) => ({ row, ahead: aheadOf(model, row) }));
  const shared = { rows, view, focus: focus.id, span: model.span, locale: model.formats.locale };
  return (
    <section className={styles.goals} aria-label="Goals">
      <div ref={ref} />
      {bar === null ? <GoalCards {...shared} width={width} /> : <GoalsTable {...shared} bar={bar} />}
      <div className={styles.foot}>
        <p>
          Bar = travelled so far, short tick = where the plan is this week, tall tick = goal and goal date. Dot and bar
          = arrival if it goes on as it does, 8 in 10 range. Pace = the last 12 weeks.
        </p>
        {onSet === null ? null : (
          <Button kind="link" aria-keyshortcuts="n" onClick={onSet}>
            Set a goal <Kbd>N</Kbd>
          </Button>
        )}
      </div>
      {list.differs === null ? null : <p className={styles.differs}>{list.differs}</p>}
      <EndedGoals ended={list.ended} onOpen={onOpen} />
    </section>
  );
}
