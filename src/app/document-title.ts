import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { teamsQuery } from '../api/queries.ts';
import type { Team } from '../contract/teams.ts';
import { computedById } from '../domain/catalogue-computed.ts';
import { scopeName } from '../reading/team-tree.ts';
import type { Scoped, View } from '../state/view.ts';

/** Title of the tab, so that two tabs on two weeks or teams can be told apart. A team that is not known yet is called by its id. */
export function titleOf(view: View, teams: readonly Team[] = []): string {
  switch (view.page) {
    case 'scorecard':
      return `Scorecard${scopeWords(view, teams)} – Kept`;
    case 'indicator':
      return `${computedById(view.indicator)?.name ?? view.indicator}${scopeWords(view, teams)} – Kept`;
    case 'review':
      return `Weekly review${scopeWords(view, teams)} – Kept`;
    case 'teams':
      return `Teams & goals${scopeWords(view, teams)} – Kept`;
    case 'goals':
      return `Goals${scopeWords(view, teams)} – Kept`;
    case 'data':
      return 'Data – Kept';
    case 'people':
      return 'People – Kept';
    case 'displays':
      return 'Wall – Kept';
    case 'sign-in':
    case 'invitation':
      return 'Kept';
    case 'missing':
      return 'No page here – Kept';
  }
}

function scopeWords({ week, teams: chosen }: Scoped, teams: readonly Team[]): string {
  const which = week === 'latest' ? '' : `, week ${Number(week.slice(6))} of ${week.slice(0, 4)}`;
  return chosen.length === 0 ? which : `${which}, ${scopeName(teams, chosen)}`;
}

export function useDocumentTitle(view: View): void {
  const { data } = useQuery(teamsQuery());
  const title = titleOf(view, data?.teams);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
