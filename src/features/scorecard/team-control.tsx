import { lazy, Suspense } from 'react';
import type { Team } from '../../contract/teams.ts';
import { chooseTeams } from '../../state/choose-teams.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { scopeName } from './team-tree.ts';
import { usePrefetchTeams } from './use-prefetch-teams.ts';

const load = () => import('./team-list.tsx');
const TeamList = lazy(() => load().then((file) => ({ default: file.TeamList })));

type Props = { readonly teams: readonly Team[]; readonly chosen: readonly string[]; readonly locale: string };

/** Whose figures are shown: all teams, one, or several together. */
export function TeamControl({ teams, chosen, locale }: Props) {
  const prefetch = usePrefetchTeams();
  const comes = (): void => void load();
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens on behalf of the button inside
    <span onPointerEnter={comes} onFocus={comes}>
      <PopoverButton label={scopeName(teams, chosen)} panelName="Choose teams">
        {({ close }) => (
          <Suspense fallback={<Skeleton width={320} height={240} />}>
            <TeamList teams={teams} locale={locale} onChoose={chooseTeams} onHighlight={prefetch} onClose={close} />
          </Suspense>
        )}
      </PopoverButton>
    </span>
  );
}
