import { lazy, Suspense } from 'react';
import type { Team } from '../contract/teams.ts';
import { chooseTeams } from '../state/choose-teams.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { scopeName } from '../reading/team-tree.ts';

const load = () => import('./team-list.tsx');
const TeamList = lazy(() => load().then((file) => ({ default: file.TeamList })));

type Props = {
  readonly teams: readonly Team[];
  readonly chosen: readonly string[];
  readonly locale: string;
  /** Teams that may be chosen next: the page may fetch them beforehand. */
  readonly onHighlight?: (teams: readonly string[]) => void;
};

/** Whose figures are shown: all teams, one, or several together. */
export function TeamControl({ teams, chosen, locale, onHighlight = ignore }: Props) {
  const comes = (): void => void load();
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens on behalf of the button inside
    <span onPointerEnter={comes} onFocus={comes}>
      <PopoverButton label={scopeName(teams, chosen)} panelName="Choose teams">
        {({ close }) => (
          <Suspense fallback={<Skeleton width={320} height={240} />}>
            <TeamList teams={teams} locale={locale} onChoose={chooseTeams} onHighlight={onHighlight} onClose={close} />
          </Suspense>
        )}
      </PopoverButton>
    </span>
  );
}

function ignore(): void {
  // A page that fetches nothing beforehand.
}
