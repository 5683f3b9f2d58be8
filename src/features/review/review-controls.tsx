import { memo } from 'react';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import type { WeekNumber } from '../../domain/week.ts';
import { CompareControl } from '../../parts/compare-control.tsx';
import { TeamControl } from '../../parts/team-control.tsx';
import { WeekControl } from '../../parts/week-control.tsx';
import type { Screen } from '../../state/screen.ts';
import type { Scoped } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { nextWords } from './review-words.ts';

type Props = {
  readonly scoped: Scoped;
  readonly week: WeekNumber | null;
  readonly latest: WeekNumber | null;
  readonly firstWeek: WeekNumber;
  readonly teams: readonly Team[];
  readonly formats: Formats;
  readonly screen: Screen;
  /** What the button to the next step says; null at the last one. */
  readonly next: string | null;
  readonly onNext: (at: number) => void;
};

/** Week, teams and comparison; print; and the way on. A running week cannot be reviewed: the weeks end with the latest complete one. */
export const ReviewControls = memo(function ReviewControls({
  scoped,
  week,
  latest,
  firstWeek,
  teams,
  formats,
  screen,
  next,
  onNext,
}: Props) {
  const phone = screen === 'phone';
  return (
    <>
      {week === null ? null : (
        <WeekControl
          card={{ week, latest, last: latest ?? week }}
          formats={formats}
          firstWeek={firstWeek}
          words="short"
        />
      )}
      <TeamControl teams={teams} chosen={scoped.teams} locale={formats.locale} />
      {phone ? null : <CompareControl compare={scoped.compare} />}
      {phone ? null : (
        <Button aria-keyshortcuts="P" onClick={() => window.print()}>
          Print <Kbd>P</Kbd>
        </Button>
      )}
      {phone ? null : (
        <Button
          kind="primary"
          aria-keyshortcuts="J"
          disabled={next === null}
          onClick={(event) => onNext(event.timeStamp)}
        >
          {next ?? nextWords(null)} <Kbd>J</Kbd>
        </Button>
      )}
    </>
  );
});
